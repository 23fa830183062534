import { IconPhotoOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { PhoneMessage } from '../api/types';
import { isChosen } from '../thread/merge';
import type { BubbleActions } from './Bubble';
import { OneButton } from './BubbleButtons';
import css from './KindsView.module.css';

interface Props {
  message: PhoneMessage;
  chosen: string | null;
  disabled: boolean;
  actions: Pick<BubbleActions, 'answer' | 'openShop' | 'follow'>;
}

/** Cards beside each other, to be moved sideways. */
export function CarouselView({ message, chosen, disabled, actions }: Props) {
  if (!message.cards?.length) return null;
  return (
    <ul className={css.cards} tabIndex={0} aria-label="Cards">
      {message.cards.map((card, index) => (
        <li key={index} className={css.card} data-testid="card">
          {card.media?.mime_type.startsWith('video/') ? (
            <video className={css.picture} src={card.media.url} controls playsInline />
          ) : (
            card.media && <Picture url={card.media.url} />
          )}
          <span className={css.words} dir="auto">
            {card.text}
          </span>
          {card.shop && (
            <OneButton
              button={{ id: 'shop', title: card.shop.title ?? 'View item', kind: 'shop' }}
              chosen={false}
              disabled={disabled}
              onAnswer={() => actions.openShop({ ...message, shop: card.shop ?? null })}
            />
          )}
          {card.buttons?.map((button, at) => (
            <OneButton
              key={at}
              button={button}
              chosen={isChosen(chosen, button)}
              disabled={disabled || chosen !== null}
              onAnswer={() => actions.answer(message, button)}
              onFollow={() => actions.follow(message, button)}
            />
          ))}
        </li>
      ))}
    </ul>
  );
}

function Picture({ url }: { url: string }) {
  const [broken, setBroken] = useState(false);
  if (!broken) return <img className={css.picture} src={url} alt="" onError={() => setBroken(true)} />;
  return (
    <span className={css.broken}>
      <IconPhotoOff size={22} aria-hidden /> No picture
    </span>
  );
}
