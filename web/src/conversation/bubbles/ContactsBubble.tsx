import { IconAddressBook, IconMail, IconMapPin, IconPhone, IconWorld } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Card, ContactsContent } from '../../api/types';
import type { BubbleProps } from './Contents';
import css from './Cards.module.css';

/** Cards from an address book; telephone numbers and addresses can be marked and copied. */
export function ContactsBubble({ content }: BubbleProps<ContactsContent>) {
  return (
    <>
      {content.asked_for && <span className={css.label}>Their own number, as we asked</span>}
      <ul className={css.cards} aria-label={content.cards.length === 1 ? 'A contact' : 'Contacts'}>
        {content.cards.map((card, index) => (
          <OneCard key={index} card={card} />
        ))}
      </ul>
    </>
  );
}

function OneCard({ card }: { card: Card }) {
  const work = [card.role, card.organisation].filter(Boolean).join(', ');
  return (
    <li className={css.card}>
      <span className={css.icon}>
        <IconAddressBook size={20} stroke={1.7} aria-hidden />
      </span>
      <div className={css.words}>
        <span className={css.name} dir="auto">
          {card.name || 'Without a name'}
        </span>
        {work && <span className={css.soft}>{work}</span>}
        <Lines of={card.phones} icon={<IconPhone size={14} aria-label="Telephone" />} />
        <Lines of={card.emails} icon={<IconMail size={14} aria-label="E-mail" />} />
        <Lines of={card.addresses} icon={<IconMapPin size={14} aria-label="Address" />} />
        <Lines of={card.websites} icon={<IconWorld size={14} aria-label="Website" />} />
      </div>
    </li>
  );
}

function Lines({ of, icon }: { of: string[] | undefined; icon: ReactNode }) {
  return (of ?? []).map((text, index) => (
    <span key={index} className={css.line}>
      {icon} <span dir="auto">{text}</span>
    </span>
  ));
}
