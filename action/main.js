// The step itself: finds the program, asks, and notes for the post step what it was given.
'use strict';

const { inputs, lines, fail, saveState, child } = require('./runner.js');
const { findProgram } = require('./program.js');

const VERBS = new Set(['gate', 'acquire', 'run', 'each', 'push', 'session']);
const HOLDS = new Set(['gate', 'acquire']);

function argumentsOf(input) {
  const verb = input('verb') || 'gate';
  if (!VERBS.has(verb)) throw new Error(`verb is one of ${[...VERBS].join(', ')}, not ${JSON.stringify(verb)}`);
  const words = [verb];
  const option = (name, value) => value && words.push(`--${name}=${value}`);
  if (verb === 'gate') {
    option('preset', input('preset'));
    option('when', input('when'));
  } else {
    for (const name of ['preset', 'when']) {
      if (input(name)) throw new Error(`${name} goes with verb: gate, not with ${verb}`);
    }
  }
  for (const key of lines(input('key'))) option('key', key);
  for (const group of lines(input('group'))) option('group', group);
  words.push(...lines(input('args')));
  if (HOLDS.has(verb)) {
    words.push('--json');
    // The process of this step is over in a moment: what ends with the job is the runner's, above it. In a container there
    // is none to be seen.
    if (!words.some((word) => word === '--follow' || word.startsWith('--follow='))) {
      words.push(`--follow=${process.ppid > 1 ? process.ppid : 'none'}`);
    }
  }
  const command = lines(input('command'));
  const takesCommand = verb === 'run' || verb === 'each';
  if (takesCommand !== command.length > 0) {
    throw new Error(takesCommand ? `${verb} needs a command` : `command goes with run and each, not with ${verb}`);
  }
  if (takesCommand) words.push('--', ...command);
  return { verb, words };
}

// What a verb that holds says is one JSON object on its last line; everything before it was for people.
function heldBy(said) {
  const last = said.trim().split('\n').pop();
  let answer;
  try {
    answer = JSON.parse(last);
  } catch {
    return null;
  }
  const run = answer.run || answer.run_id;
  return run && answer.token > 0 ? { run, token: String(answer.token) } : null;
}

async function main() {
  const { verb, words } = argumentsOf(inputs);
  const program = await findProgram(inputs);
  const { code, said } = await child(program, words, { hears: HOLDS.has(verb) });
  const held = HOLDS.has(verb) ? heldBy(said) : null;
  if (held) {
    saveState('program', program);
    saveState('run', held.run);
    saveState('token', held.token);
  }
  process.exitCode = code;
}

main().catch((problem) => fail(problem.message));
