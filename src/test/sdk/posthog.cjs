// Sends with PostHog's SDK for Node. A batch that was refused four times within nine seconds it
// drops, and says that it did, but not which; a batch that reached nobody it keeps.
'use strict';

const { PostHog } = require('posthog-node');
const order = require('./outcomes.cjs');

const TRIES = 120;

const posthog = new PostHog(order.key, {
  host: order.host,
  flushAt: 20,
  flushInterval: 500,
  maxQueueSize: 20000,
});

let dropped = false;
posthog.on('error', (error) => {
  dropped = dropped || error.name !== 'PostHogFetchNetworkError';
});
for (const call of ['capture', 'identify', 'alias']) {
  posthog.on(call, (message) => order.sent(message.uuid));
}
posthog.on('flush', (messages) => messages.forEach((it) => order.delivered(it.uuid)));

const send = (i) => {
  const distinctId = `u-${i % 40}`;
  const company = `acct-${i % 7}`;
  if (i % 10 === 0) posthog.identify({ distinctId, properties: { plan: 'pro', seats: i } });
  else if (i % 10 === 1) posthog.groupIdentify({ groupType: 'company', groupKey: company });
  else if (i % 10 === 2) posthog.alias({ distinctId, alias: `anon-${i}` });
  else posthog.capture({ distinctId, event: 'Exported', properties: { i }, groups: { company } });
};

const emptied = () => posthog.flush().then(() => true, () => false);

const run = async () => {
  await order.each(send);
  await order.pause(500);
  for (let i = 0; i < TRIES && !(await emptied()); i++) await order.pause(1000);
  await posthog.shutdown();
  if (dropped) order.untold().forEach(order.failed);
  order.write();
};

run();
