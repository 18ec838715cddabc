// The post step: ends what the step took, also when the job failed or was cancelled. A step that took nothing has nothing
// to end, so a duplicate can't end the run that it is a duplicate of.
'use strict';

const { inputs, state, fail, child } = require('./runner.js');

const CONCLUSIONS = new Set(['success', 'failure', 'cancelled']);

async function main() {
  const [program, run, token] = [state('program'), state('run'), state('token')];
  if (!run) return;
  const status = inputs('status');
  // What isn't known to be a success is none: the keys are then free, and somebody may do the work.
  const conclusion = CONCLUSIONS.has(status) ? status : 'failure';
  const { code } = await child(program, ['release', run, `--conclusion=${conclusion}`], { more: { BATON_TOKEN: token } });
  process.exitCode = code;
}

main().catch((problem) => fail(problem.message));
