import { IconEye } from '@tabler/icons-react';
import type { Held } from '../../api/caseTypes';
import { timeOf } from '../../ui/times';
import { BubbleNote } from './BubbleNote';

const NOT_YET = 'The customer has not got it. If nobody decides in time, it is not sent.';

/** Why a message has not gone yet, and until when somebody decides. */
export function HeldNote({ held }: { held: Held }) {
  const look = held.needs > 1 ? 'Waiting for two people to look at it' : 'Waiting for a second look';
  return (
    <BubbleNote tone="amber" icon={IconEye} heading={`${look}, until ${timeOf(held.until)}`} clause={held.clause} next={NOT_YET} testId="held-note">
      <p>{held.sentence}</p>
    </BubbleNote>
  );
}
