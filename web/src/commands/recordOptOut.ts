import { command } from './command';

/** Record that the customer does not want to be written to. */
export const recordOptOut = command({
  name: 'contact.opt_out',
  title: 'Record an opt-out…',
  group: 'Conversation',
  on: ({ conversation }) => conversation,
  run: (_conversation, { desk }) => desk.open('opt_out'),
});
