import { command } from './command';

/** Block a person for abuse, or see and lift the block that holds. */
export const blockPerson = command({
  name: 'contact.block',
  title: 'Block for abuse…',
  group: 'Conversation',
  on: ({ conversation }) => conversation,
  run: (_conversation, { desk }) => desk.open('block'),
});
