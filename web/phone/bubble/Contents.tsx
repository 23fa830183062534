import { IconCornerDownRight, IconHelpCircle } from '@tabler/icons-react';
import type { PhoneMessage } from '../api/types';
import { BillView } from './BillView';
import css from './Contents.module.css';
import { ContactsView, OrderView } from './KindsView';
import { MediaView } from './MediaView';
import { OfferView } from './OfferView';
import { PlaceView } from './PlaceView';
import { PreviewView } from './PreviewView';
import { Rich } from './Rich';

/** What a message says, by its type. A type this phone does not know is said so, never hidden. */
export function Contents({ message, onOpenImage }: { message: PhoneMessage; onOpenImage: () => void }) {
  const { type, text, header, footer, media, location } = message;
  if (type === 'unsupported') {
    return (
      <span className={css.unsupported}>
        <IconHelpCircle size={17} aria-hidden /> {message.from_me ? 'A poll, which businesses can not see' : 'Unsupported message'}
      </span>
    );
  }
  if (message.deleted) return <span className={css.unsupported}>{text}</span>;
  if (message.contacts) return <ContactsView contacts={message.contacts} />;
  if (message.order) return <OrderView order={message.order} />;
  const words = text || media?.caption;
  return (
    <>
      {media && <MediaView media={media} type={type} onOpenImage={onOpenImage} />}
      {location && <PlaceView place={location} />}
      {message.preview && <PreviewView link={message.preview} />}
      {message.offer && <OfferView offer={message.offer} />}
      {header && <strong className={css.header}>{header}</strong>}
      {type === 'reply' && <IconCornerDownRight size={15} className={css.reply} aria-hidden />}
      {words && (
        <span className={media || location ? css.caption : footer ? css.above : undefined}>
          <Rich text={words} />
        </span>
      )}
      {message.bill && <BillView bill={message.bill} />}
      {footer && <span className={css.footer}>{footer}</span>}
    </>
  );
}
