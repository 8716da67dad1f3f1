// Sends with Segment's SDK for Node. Every other event keeps the id that the SDK gives it.
'use strict';

const { Analytics } = require('@segment/analytics-node');
const order = require('./outcomes.cjs');

const analytics = new Analytics({
  writeKey: order.key,
  host: order.host,
  flushAt: 20,
  flushInterval: 500,
});
// Each event is told about in its callback; without a listener the same news would end the process.
analytics.on('error', () => {});

const told = (error, context) =>
  (error ? order.failed : order.delivered)(context.event.messageId);

const send = (i) => {
  const event = { userId: `u-${i % 40}`, timestamp: new Date() };
  if (i % 2 === 0) {
    event.messageId = order.id(i);
    order.sent(event.messageId);
  }
  if (i % 10 === 0) analytics.identify({ ...event, traits: { plan: 'pro', seats: i } }, told);
  else if (i % 10 === 1) analytics.group({ ...event, groupId: `acct-${i % 7}` }, told);
  else if (i % 10 === 2) analytics.page({ ...event, name: 'Pricing' }, told);
  else if (i % 10 === 3) analytics.alias({ ...event, previousId: `anon-${i}` }, told);
  else analytics.track({ ...event, event: 'Report Exported', properties: { rows: i } }, told);
};

const run = async () => {
  await order.each(send);
  await analytics.closeAndFlush({ timeout: 300000 });
  while (order.told() < order.count) await order.pause(50);
  order.write();
};

run();
