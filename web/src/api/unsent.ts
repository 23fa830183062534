import type { LocalMessage } from '../conversation/merge';
import { stored } from '../ui/stored';

const UNCERTAIN = 'Perhaps not sent: the page was left before the service answered. Trying again never sends it twice.';

/** What one has sent and the service has not answered yet: kept in the browser, so that leaving the page loses nothing. */
export const unsent = {
  /** As they are found after a reload: nobody knows whether they arrived, and their keys make it safe to try again. */
  read: (id: string, accountId: string): LocalMessage[] =>
    parsed(stored.get(`unsent:${id}`))
      .filter(({ message }) => message.author.account_id === accountId)
      .map((local) => ({ ...local, error: UNCERTAIN, message: { ...local.message, status: 'failed' } })),

  write: (id: string, locals: LocalMessage[]): void => {
    const left = locals.filter(({ message }) => message.message_id.startsWith('local:'));
    stored.set(`unsent:${id}`, left.length > 0 ? JSON.stringify(left) : '');
  },
};

function parsed(text: string): LocalMessage[] {
  try {
    const read: unknown = JSON.parse(text || '[]');
    return Array.isArray(read) ? (read as LocalMessage[]) : [];
  } catch {
    return []; // from another version of the page
  }
}
