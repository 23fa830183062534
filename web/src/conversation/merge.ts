import type { Content, Me, Message, ThreadEvent } from '../api/types';
import { sameDay } from '../ui/times';

/** A message this page sent. Its key stays when the service's id arrives, so that its bubble stays too. */
export interface LocalMessage {
  /** Also the idempotency key: trying again can never send twice. */
  key: string;
  ownerVersion: number;
  message: Message;
  /** A sentence, where it could not be sent and may be tried again. */
  error?: string;
}

export interface ThreadItem {
  key: string;
  message: Message;
  /** Present while it is on its way, or could not be sent. */
  local?: LocalMessage;
}

/** What is written as the message it will be, while it is on its way. */
export function asLocal(content: Content, options: LocalOptions): LocalMessage {
  const { key, me, ownerVersion, replyTo, at } = options;
  const message: Message = {
    message_id: `local:${key}`,
    position: Number.MAX_SAFE_INTEGER,
    direction: 'out',
    author: { kind: 'agent', account_id: me.account_id, name: me.name },
    type: content.type,
    content,
    text: content.type === 'text' ? content.body : '',
    status: 'queued',
    error: null,
    held: null,
    reply_to: replyTo,
    platform_id: null,
    reactions: [],
    media: null,
    at: new Date(at).toISOString(),
  };
  return { key, ownerVersion, message };
}

interface LocalOptions {
  key: string;
  me: Me;
  ownerVersion: number;
  replyTo: string | null;
  at: number;
}

/**
 * The service's messages, then those on their way, each with a key that never changes. One that could not be sent
 * stays at the time it was tried, so that it does not follow the reader down for ever. What the service has, under the
 * key it was sent with, stands once: also where its answer never came.
 */
export function mergeThread(items: Message[], locals: LocalMessage[]): ThreadItem[] {
  const known = new Set(items.flatMap((message) => [message.message_id, message.client_key]));
  const keyOf = new Map(locals.map((local) => [local.message.message_id, local.key]));
  const thread: ThreadItem[] = items.map((message) => ({
    key: message.client_key ?? keyOf.get(message.message_id) ?? message.message_id,
    message,
  }));
  for (const local of locals) {
    const { key, message } = local;
    if (known.has(message.message_id) || known.has(key)) continue;
    const isOurs = message.message_id.startsWith('local:');
    const item: ThreadItem = isOurs ? { key, message, local } : { key, message };
    const later = local.error === undefined ? -1 : thread.findIndex((other) => other.message.at > message.at);
    thread.splice(later < 0 ? thread.length : later, 0, item);
  }
  return thread;
}

export type DayRow =
  | { kind: 'event'; key: string; event: ThreadEvent }
  | { kind: 'message'; key: string; item: ThreadItem; opensGroup: boolean };

export interface Day {
  key: string;
  at: string;
  rows: DayRow[];
}

/** Messages of one author closer than this belong together. */
const GROUP_MS = 300_000;

/** Messages and events in the order of time, day by day in the reader's time zone. */
export function threadDays(items: ThreadItem[], events: ThreadEvent[]): Day[] {
  const days: Day[] = [];
  let last = { at: '', author: '' };
  const add = (at: string, author: string, row: (opensGroup: boolean) => DayRow): void => {
    const newDay = last.at === '' || !sameDay(last.at, at);
    const apart = last.author !== author || Date.parse(at) - Date.parse(last.at) > GROUP_MS;
    const next = row(newDay || apart);
    if (newDay) days.push({ key: `day:${next.key}`, at, rows: [] });
    days.at(-1)?.rows.push(next);
    last = { at, author };
  };
  const waiting = [...events];
  const addEventsUntil = (until: string): void => {
    while (waiting[0] && Date.parse(waiting[0].at) <= Date.parse(until)) {
      const event = waiting.shift()!;
      add(event.at, 'event', () => ({ kind: 'event', key: `event:${event.event_id}`, event }));
    }
  };
  for (const item of items) {
    const { at, direction, author } = item.message;
    addEventsUntil(at);
    add(at, `${direction}:${author.kind}:${author.account_id ?? ''}`, (opensGroup) => ({
      kind: 'message',
      key: item.key,
      item,
      opensGroup,
    }));
  }
  addEventsUntil('9999-12-31T00:00:00Z');
  return days;
}
