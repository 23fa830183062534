import { notifications } from '@mantine/notifications';
import { ApiError } from '../api/http';

const CLOSE = { 'aria-label': 'Close' };

/** Short words at the foot of the page. What must be answered belongs in the page itself. */
export const say = {
  done: (message: string) => notifications.show({ message, withBorder: true, closeButtonProps: CLOSE }),
  trouble: (error: unknown) => {
    const next = error instanceof ApiError ? error.nextStep : '';
    const clauses = error instanceof ApiError ? (error.decision?.clauses ?? []) : [];
    const title = error instanceof Error ? error.message : 'That did not work.';
    notifications.show({
      title: clauses.length > 0 ? `${title} (${clauses.join(', ')})` : title,
      message: next,
      color: 'red',
      withBorder: true,
      role: 'alert',
      closeButtonProps: CLOSE,
    });
  },
};
