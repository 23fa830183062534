import { command, whereIMay } from './command';

/** Ask to which team or colleague the open conversation goes. */
export const transferConversation = command({
  name: 'conversation.transfer',
  title: 'Transfer…',
  group: 'Conversation',
  shortcut: 'x',
  on: whereIMay('transfer'),
  run: (_conversation, { desk }) => desk.open('transfer'),
});
