import { stored } from '../ui/stored';

/** What one person has begun or sent, as opposed to how this browser is set. */
const PERSONAL = ['draft:', 'unsent:'];

/**
 * Whose drafts this browser keeps. A reload, and a log-in of the same person after their session has ended, find them;
 * another person never does, and who logs out leaves nothing.
 */
export const belongings = {
  /** Before anything is shown to that person. */
  areOf: (accountId: string): void => {
    if (stored.get('owner') === accountId) return;
    stored.drop(PERSONAL);
    stored.set('owner', accountId);
  },
  isOwner: (accountId: string): boolean => stored.get('owner') === accountId,
  leave: (): void => {
    stored.drop(PERSONAL);
    stored.set('owner', '');
  },
};
