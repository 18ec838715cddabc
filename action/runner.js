// What the runner gives an action and hears from it: inputs, state, commands, and children without a shell.
'use strict';

const crypto = require('node:crypto');
const fs = require('node:fs');
const { spawn } = require('node:child_process');

/** An input, without the blanks around it; empty where it isn't given. */
const inputs = (name) => (process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '').trim();

/** What the main step noted. */
const state = (name) => process.env[`STATE_${name}`] || '';

/** The lines of a text that have something on them. */
const lines = (text) => text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line.length > 0);

/** Notes something for the post step. A value can't end its own block: the mark is chance. */
function saveState(name, value) {
  const mark = `baton-${crypto.randomUUID()}`;
  fs.appendFileSync(process.env.GITHUB_STATE, `${name}<<${mark}\n${value}\n${mark}\n`);
}

// The runner takes a line that begins with :: for a command; what is inside of one is escaped
// (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands).
const escaped = (text) => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');

/** Keeps a value out of the log. */
function mask(value) {
  for (const line of lines(value)) process.stdout.write(`::add-mask::${escaped(line)}\n`);
}

/** Says why the step fails. */
function fail(message) {
  process.stdout.write(`::error title=Baton::${escaped(message)}\n`);
  process.exitCode = 1;
}

/** The environment of the program: the runner's, with the token, and without what belongs to this action alone. */
function environment(more) {
  const kept = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (!name.startsWith('INPUT_') && !name.startsWith('STATE_')) kept[name] = value;
  }
  const token = inputs('token');
  if (token) {
    mask(token);
    if (!kept.GITHUB_TOKEN) kept.GITHUB_TOKEN = token;
  }
  return { ...kept, ...more };
}

/** Runs the program to its end; what it says on standard output is shown, and heard where that is wished. */
function child(program, words, { hears = false, more = {} } = {}) {
  return new Promise((resolve, reject) => {
    const process_ = spawn(program, words, {
      shell: false,
      stdio: ['ignore', hears ? 'pipe' : 'inherit', 'inherit'],
      env: environment(more),
    });
    let said = '';
    if (hears) {
      process_.stdout.setEncoding('utf8');
      process_.stdout.on('data', (text) => {
        said += text;
        process.stdout.write(text);
      });
    }
    // A job that is cancelled sends these to the action; the program withdraws what it asks for.
    const pass = (signal) => process_.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, pass);
    process_.on('error', (problem) => reject(new Error(`${program} can't be started: ${problem.message}`)));
    process_.on('close', (code, signal) => {
      for (const name of ['SIGINT', 'SIGTERM']) process.off(name, pass);
      resolve({ code: signal ? 1 : code, said });
    });
  });
}

module.exports = { inputs, state, lines, saveState, mask, fail, child };
