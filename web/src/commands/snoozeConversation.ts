import { command, whereIMay } from './command';

/** Ask until when the open conversation rests. */
export const snoozeConversation = command({
  name: 'conversation.snooze',
  title: 'Snooze…',
  group: 'Conversation',
  shortcut: 'z',
  on: whereIMay('snooze'),
  run: (_conversation, { desk }) => desk.open('snooze'),
});
