import { command, whereIMay } from './command';

/** Put the cursor where one writes to the customer. */
export const replyToCustomer = command({
  name: 'conversation.reply',
  title: 'Reply to the customer',
  group: 'Conversation',
  shortcut: 'r',
  on: whereIMay('send'),
  run: (_conversation, { desk }) => {
    desk.writeNote(false);
    desk.focusComposer();
  },
});
