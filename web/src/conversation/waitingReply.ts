import type { Message, WaitingReply } from '../api/types';

/** Why it will not leave any more, '' while it waits. Its time may be over before the service has told so. */
export function whyStopped({ stopped, until }: WaitingReply, now: number): string {
  if (stopped) return stopped.sentence;
  return now >= Date.parse(until) ? 'The customer did not write within seven days.' : '';
}

/** Whether its words fit into the composer; a program may let other things wait. */
export const fitsComposer = ({ content }: WaitingReply): boolean => content.type === 'text' || content.type === 'media';

/** As the message that it will be, under the same id. */
export const asMessage = ({ reply_id: id, content, text, media, reply_to, author, written_at: at }: WaitingReply): Message => ({
  message_id: id,
  position: Number.MAX_SAFE_INTEGER,
  direction: 'out',
  author,
  type: content.type,
  content,
  text,
  status: 'queued',
  error: null,
  held: null,
  reply_to,
  platform_id: null,
  reactions: [],
  media,
  at,
});
