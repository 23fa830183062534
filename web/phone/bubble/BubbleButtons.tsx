import { IconCheck, IconCopy, IconCornerUpLeft, IconExternalLink, IconListDetails, IconMapPin, IconMessageCircle, IconPhone, IconReceipt, IconShoppingBag, IconUsersGroup } from '@tabler/icons-react';
import type { MessageButton, PhoneMessage } from '../api/types';
import { useInvitationLinks } from '../group/invitations';
import { isInvitation, opensHere } from '../text/rich';
import { isChosen } from '../thread/merge';
import type { BubbleActions } from './Bubble';
import css from './BubbleButtons.module.css';

interface Props {
  message: PhoneMessage;
  chosen: string | null;
  disabled: boolean;
  actions: Pick<BubbleActions, 'answer' | 'openList' | 'openShop' | 'follow'>;
}

/** What can be tapped under a business's message. Once one was chosen the rest are spent. */
export function BubbleButtons({ message, chosen, disabled, actions }: Props) {
  const { buttons, list, shop } = message;
  if (message.from_me || (!buttons?.length && !list && !shop)) return null;
  return (
    <div className={css.buttons} role="group" aria-label="Answers">
      {buttons?.map((button, index) => (
        <OneButton
          key={`${button.id}:${index}`}
          button={button}
          chosen={isChosen(chosen, button)}
          disabled={disabled || chosen !== null}
          onAnswer={() => actions.answer(message, button)}
          onFollow={() => actions.follow(message, button)}
        />
      ))}
      {shop && (
        <button
          type="button"
          className={css.button}
          data-testid="shop-open"
          disabled={disabled}
          aria-haspopup="dialog"
          onClick={() => actions.openShop(message)}
        >
          <IconShoppingBag size={17} aria-hidden />
          {shop.title ?? 'View items'}
        </button>
      )}
      {list && (
        <button
          type="button"
          className={css.button}
          data-testid="list-open"
          disabled={disabled}
          aria-haspopup="dialog"
          onClick={() => actions.openList(message)}
        >
          <IconListDetails size={17} aria-hidden />
          {list.button}
        </button>
      )}
    </div>
  );
}

const GLYPHS: Record<string, typeof IconCheck> = {
  location: IconMapPin,
  shop: IconShoppingBag,
  voice_call: IconPhone,
  order_details: IconReceipt,
};

interface OneProps {
  button: MessageButton;
  chosen: boolean;
  disabled: boolean;
  onAnswer: () => void;
  onFollow?: () => void;
}

export function OneButton({ button, chosen, disabled, onAnswer, onFollow }: OneProps) {
  const openInvitation = useInvitationLinks();
  const kind = button.kind.toLowerCase();
  const { url = '' } = button;
  if (kind.includes('url') && opensHere(url)) {
    return (
      <button type="button" className={css.button} onClick={() => openInvitation(url)}>
        {isInvitation(url) ? <IconUsersGroup size={17} aria-hidden /> : <IconMessageCircle size={17} aria-hidden />}
        {button.title}
      </button>
    );
  }
  if (kind.includes('url')) {
    return (
      <a className={css.button} href={button.url} target="_blank" rel="noopener noreferrer nofollow" onClick={onFollow}>
        <IconExternalLink size={17} aria-hidden />
        {button.title}
      </a>
    );
  }
  if (kind.includes('phone')) {
    return (
      <a className={css.button} href={button.phone_number ? `tel:${button.phone_number}` : undefined}>
        <IconPhone size={17} aria-hidden />
        {button.title}
      </a>
    );
  }
  if (kind.includes('copy')) {
    return (
      <button type="button" className={css.button} onClick={() => void navigator.clipboard?.writeText(button.id)}>
        <IconCopy size={17} aria-hidden />
        {button.title}
      </button>
    );
  }
  const Icon = chosen ? IconCheck : (GLYPHS[kind] ?? IconCornerUpLeft);
  return (
    <button
      type="button"
      className={css.button}
      data-testid="reply-button"
      data-chosen={chosen || undefined}
      disabled={disabled}
      onClick={onAnswer}
    >
      <Icon size={17} aria-hidden />
      {button.title}
    </button>
  );
}
