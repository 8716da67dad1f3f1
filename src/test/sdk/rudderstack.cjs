// Sends with RudderStack's SDK for Node. It gives up a batch after its fourth try and says so.
'use strict';

const RudderAnalytics = require('@rudderstack/rudder-sdk-node');
const order = require('./outcomes.cjs');

const analytics = new RudderAnalytics(order.key, {
  dataPlaneUrl: order.host,
  flushAt: 20,
  flushInterval: 500,
  logLevel: 'none',
  // Each event is told about in its callback; without this the same news would end the process.
  errorHandler: () => {},
});

const send = (i) => {
  const event = { userId: `u-${i % 40}`, messageId: order.id(i) };
  const told = (error) => (error ? order.failed : order.delivered)(event.messageId);
  order.sent(event.messageId);
  if (i % 10 === 0) analytics.identify({ ...event, traits: { plan: 'pro', seats: i } }, told);
  else if (i % 10 === 1) analytics.group({ ...event, groupId: `acct-${i % 7}` }, told);
  else if (i % 10 === 2) analytics.page({ ...event, name: 'Pricing' }, told);
  else if (i % 10 === 3) analytics.alias({ ...event, previousId: `anon-${i}` }, told);
  else analytics.track({ ...event, event: 'Report Exported', properties: { rows: i } }, told);
};

const run = async () => {
  await order.each(send);
  while (order.told() < order.count) {
    await analytics.flush();
    await order.pause(50);
  }
  order.write();
};

run();
