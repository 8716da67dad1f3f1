// What the three senders for Node have in common: the order on the command line, the pace, and the
// file that says at the end what the SDK told about each message id.
'use strict';

const fs = require('node:fs');

const [host, key, count, seconds, seed, out] = process.argv.slice(2);

const PACE_MS = 20;

exports.host = host;
exports.key = key;
exports.count = Number(count);

const states = new Map();

/** Ours to choose, like no other id of any run. */
exports.id = (i) => `${seed}-${i}`;

/** The SDK has it now, and has not yet told more. */
exports.sent = (id) => {
  if (!states.has(id)) states.set(id, 'untold');
};

exports.delivered = (id) => states.set(id, 'delivered');

exports.failed = (id) => states.set(id, 'failed');

exports.told = () => [...states.values()].filter((it) => it !== 'untold').length;

exports.untold = () => [...states].filter(([, state]) => state === 'untold').map(([id]) => id);

exports.pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Calls once for each event, spread over the seconds that the order gives. */
exports.each = async (send) => {
  const started = Date.now();
  for (let i = 0; i < exports.count; ) {
    const due = ((Date.now() - started) / (seconds * 1000)) * exports.count;
    while (i < exports.count && i <= due) send(i++);
    await exports.pause(PACE_MS);
  }
};

exports.write = () =>
  fs.writeFileSync(out, [...states].map(([id, state]) => `${state} ${id}\n`).join(''));
