import { IconAlertTriangle, IconArrowForwardUp, IconArrowForwardUpDouble, IconMessagePause, IconShoppingBag, IconSpeakerphone } from '@tabler/icons-react';
import type { Message } from '../../api/types';
import { fullTime, whenInside } from '../../ui/times';
import css from './Marks.module.css';

/** Where a message comes from: passed on by others, from an advertisement, about an item; or what is wrong with it. */
export function Marks({ message }: { message: Message }) {
  const { forwarded, product, ad, problem, waited_since: since } = message.context ?? {};
  return (
    <>
      {forwarded && (
        <span className={css.mark}>
          {forwarded === 'often' ? <IconArrowForwardUpDouble size={15} aria-hidden /> : <IconArrowForwardUp size={15} aria-hidden />}
          {forwarded === 'often' ? 'Forwarded many times' : 'Forwarded'}
        </span>
      )}
      {ad && (
        <span className={css.ad} data-testid="ad-referral">
          <span className={css.mark}>
            <IconSpeakerphone size={15} aria-hidden /> Came from {ad.kind === 'post' ? 'a post' : 'an advertisement'}
          </span>
          {ad.headline && <span className={css.headline}>{ad.headline}</span>}
          {ad.body && <span className={css.words}>{ad.body}</span>}
          {ad.greeting && <span className={css.words}>It greeted them with: {ad.greeting}</span>}
        </span>
      )}
      {product?.retailer_id && (
        <span className={css.mark}>
          <IconShoppingBag size={15} aria-hidden /> About item {product.retailer_id}
        </span>
      )}
      {since && (
        <span className={css.mark} title={fullTime(since)}>
          <IconMessagePause size={15} aria-hidden /> Written {whenInside(since, Date.parse(message.at))}, went out when they wrote
        </span>
      )}
      {problem && (
        <span className={css.mark}>
          <IconAlertTriangle size={15} aria-hidden /> {problem}
        </span>
      )}
    </>
  );
}
