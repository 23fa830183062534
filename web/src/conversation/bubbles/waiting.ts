import type { Message } from '../../api/types';
import { span } from '../../ui/times';

const MINUTE = 60_000;
/** After how long it is unusual that a message has come no further, in milliseconds. */
const USUAL: Partial<Record<Message['status'], number>> = { queued: MINUTE, accepted: 5 * MINUTE };

/** What to know of a message that has come no further for unusually long; '' for all others. */
export function waitingWords({ status, direction, at }: Pick<Message, 'status' | 'direction' | 'at'>, now: number): string {
  const usual = USUAL[status];
  const waited = now - Date.parse(at);
  if (direction !== 'out' || usual === undefined || waited < usual) return '';
  const minutes = span(Math.floor(waited / MINUTE) * MINUTE);
  if (status === 'queued') return `Not sent yet, for ${minutes}. It goes out by itself; do not write it again.`;
  return `WhatsApp took it ${minutes} ago and has not said what became of it.`;
}
