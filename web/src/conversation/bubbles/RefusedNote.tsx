import { IconShieldX } from '@tabler/icons-react';
import type { Message } from '../../api/types';
import { BubbleNote } from './BubbleNote';

/** Why a message did not reach the customer: clause, sentence, and what to do instead. */
export function RefusedNote({ message }: { message: Message }) {
  const { error, status } = message;
  const heading = status === 'refused' ? 'Not sent: the policy refused it' : 'Not delivered';
  return (
    <BubbleNote tone="red" icon={IconShieldX} heading={heading} clause={error?.clause} next={error?.next_sentence} testId="refused-note">
      {error?.sentence && <p dir="auto">{error.sentence}</p>}
    </BubbleNote>
  );
}
