import { IconGift } from '@tabler/icons-react';
import type { PhoneMessage } from '../api/types';
import { lasts } from '../text/lasts';
import { useNow } from '../ui/now';
import css from './KindsView.module.css';

/** What a template offers, and how much longer. */
export function OfferView({ offer }: { offer: NonNullable<PhoneMessage['offer']> }) {
  const now = useNow(30);
  const left = offer.until === null ? null : offer.until - now;
  return (
    <div className={css.box} role="group" aria-label="Offer">
      <span className={css.name}>
        <IconGift size={16} aria-hidden /> {offer.text}
      </span>
      {left !== null && <span>{left > 0 ? `Ends in ${lasts(left)}` : 'This offer has ended'}</span>}
    </div>
  );
}
