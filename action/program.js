// Finds the program: the one that is named, a release whose hash is known, or one that is on this machine already.
'use strict';

const crypto = require('node:crypto');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { mask } = require('./runner.js');

const MOST_BYTES = 200 * 1024 * 1024;
const PATIENCE = 120_000;

/** What was downloaded is not what was meant: nothing takes its place. */
class WrongHash extends Error {}

const name = () => `baton-${os.platform()}-${os.arch()}`;

function isProgram(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

function onPath() {
  const folders = (process.env.PATH || '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  return folders.map((folder) => path.join(folder, 'baton')).find(isProgram);
}

// A copy in the checkout is the pull request's own where the job checked one out: so it is taken last.
function onThisMachine() {
  const roots = [path.join(__dirname, '..'), process.env.GITHUB_WORKSPACE].filter(Boolean);
  return onPath() || roots.map((root) => path.join(root, '.baton', 'bin', 'baton')).find(isProgram);
}

function known(version) {
  const file = path.join(__dirname, 'checksums.json');
  if (!fs.existsSync(file)) return undefined;
  return JSON.parse(fs.readFileSync(file, 'utf8'))[version]?.[name()];
}

// What is wrong here is a mistake in the workflow, and is told as one: another program in its place would hide it.
function wantedHash(version, wanted) {
  if (!/^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.]+)?$/.test(version)) throw new Error(`version: ${JSON.stringify(version)} is no version: 0.1.0 was expected`);
  const hash = (wanted || known(version) || '').toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error(`the hash of ${name()} ${version} isn't known: give sha256, or leave version empty for a program on this machine`);
  return hash;
}

async function download(version, hash, token) {
  const place = path.join(process.env.RUNNER_TOOL_CACHE || os.tmpdir(), 'baton', version, hash);
  const file = path.join(place, 'baton');
  if (isProgram(file) && digest(fs.readFileSync(file)) === hash) return file;
  const bytes = await fetched(version, token);
  const found = digest(bytes);
  if (found !== hash) throw new WrongHash(`what was downloaded as ${name()} ${version} has the hash ${found}, and ${hash} was expected: it was not run`);
  fs.mkdirSync(place, { recursive: true });
  // Written beside and moved: another job of this machine may do the same just now.
  const beside = `${file}.${process.pid}.${crypto.randomUUID()}`;
  fs.writeFileSync(beside, bytes, { mode: 0o755 });
  fs.renameSync(beside, file);
  return file;
}

async function fetched(version, token) {
  const server = process.env.GITHUB_SERVER_URL || 'https://github.com';
  const repository = process.env.GITHUB_ACTION_REPOSITORY;
  if (!repository) throw new Error('version: releases are known for an action of a repository only, not for ./');
  const url = `${server}/${repository}/releases/download/v${version}/${name()}`;
  if (token) mask(token);
  const answer = await fetch(url, {
    headers: token ? { authorization: `Bearer ${token}` } : {},
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (bytes.length > MOST_BYTES) throw new Error(`${url} is larger than ${MOST_BYTES} bytes`);
  return bytes;
}

const digest = (bytes) => crypto.createHash('sha256').update(bytes).digest('hex');

/** The path of the program. */
async function findProgram(inputs) {
  const [named, version] = [inputs('program'), inputs('version')];
  if (named) {
    if (!isProgram(named)) throw new Error(`program: ${named} is no program that this job may run`);
    return path.resolve(named);
  }
  if (version) {
    const hash = wantedHash(version, inputs('sha256'));
    try {
      return await download(version, hash, inputs('token'));
    } catch (problem) {
      const here = problem instanceof WrongHash ? undefined : onThisMachine();
      if (!here) throw problem;
      process.stdout.write(`Baton ${version} can't be had (${problem.message}); ${here} is taken instead\n`);
      return here;
    }
  }
  const here = onThisMachine();
  if (!here) throw new Error('there is no baton on the PATH or in .baton/bin: set version and sha256 to take a release, or program');
  return here;
}

module.exports = { findProgram };
