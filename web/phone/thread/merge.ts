import type { Draft, PhoneMessage } from '../api/types';

/** A message this page sent. Its key stays when the platform's id arrives, so that its bubble stays too. */
export interface LocalMessage {
  key: string;
  draft: Draft;
  message: PhoneMessage;
  error?: string;
}

export interface ThreadItem {
  key: string;
  message: PhoneMessage;
  /** Present where this page could not send the message: what to try again. */
  failed?: LocalMessage;
}

/** A draft as the message it will be, while it is on its way. */
export function asLocal(draft: Draft, key: string, at: number): LocalMessage {
  const { file } = draft;
  return {
    key,
    draft,
    message: {
      id: `local:${key}`,
      from_me: true,
      ...shownAs(draft),
      media: file
        ? {
            url: URL.createObjectURL(file),
            mime_type: file.type,
            filename: file.name,
            size: file.size,
            caption: draft.text ?? '',
          }
        : null,
      location: draft.place ?? null,
      about: draft.product ? { product: draft.product.product_retailer_id, name: draft.product.name } : null,
      context_id: draft.context_id ?? null,
      status: 'pending',
      at,
    },
  };
}

function shownAs(draft: Draft): { type: string; text: string; choice?: string } {
  switch (draft.type) {
    case 'reply':
      return { type: 'reply', text: draft.reply?.title ?? '', choice: draft.reply?.id ?? '' };
    case 'form':
    case 'address':
      return { type: 'reply', text: 'Sent' };
    case 'call_permission':
      return { type: 'reply', text: draft.allowed ? 'Calls allowed' : 'Calls not allowed' };
    case 'contacts':
      return { type: 'contacts', text: draft.name ?? 'My contact' };
    case 'order':
      return { type: 'order', text: 'Order' };
    case 'location':
      return { type: 'location', text: '' };
    case 'unsupported':
      return { type: 'unsupported', text: '' };
    case 'voice':
      return { type: 'audio', text: '' };
    default:
      return { type: draft.type, text: draft.file ? '' : (draft.text ?? '') };
  }
}

/**
 * The platform's messages, then those on their way, each with a key that never changes. One that could not be sent
 * stays at the time it was tried, so that it does not follow the reader down for ever.
 */
export function mergeThread(items: PhoneMessage[], locals: LocalMessage[]): ThreadItem[] {
  const known = new Set(items.map((message) => message.id));
  const keyOf = new Map(locals.map((local) => [local.message.id, local.key]));
  const thread: ThreadItem[] = items.map((message) => ({ key: keyOf.get(message.id) ?? message.id, message }));
  for (const local of locals) {
    const { key, message, error } = local;
    if (known.has(message.id)) continue;
    if (error === undefined) {
      thread.push({ key, message });
      continue;
    }
    const later = thread.findIndex((other) => other.message.at > message.at);
    thread.splice(later < 0 ? thread.length : later, 0, { key, message, failed: local });
  }
  return thread;
}

/** What the customer chose in answer to this message, if anything: a button is tapped once. Its id, else its title. */
export function chosenIn(items: ThreadItem[], messageId: string): string | null {
  const answer = items.find(
    ({ message, failed }) => !failed && message.from_me && message.type === 'reply' && message.context_id === messageId,
  );
  return answer?.message.choice || (answer?.message.text ?? null);
}

/** Whether that button was the one. */
export const isChosen = (chosen: string | null, button: { id: string; title: string }): boolean =>
  chosen !== null && (button.id || button.title) === chosen;
