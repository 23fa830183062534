import { command, whereIMay } from './command';

/** Choose a template to send, also while the window is open. */
export const sendTemplate = command({
  name: 'conversation.template',
  title: 'Send a template…',
  group: 'Conversation',
  shortcut: 'shift+t',
  on: whereIMay('send'),
  run: (_conversation, { desk }) => desk.open('template'),
});
