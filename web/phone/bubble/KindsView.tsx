import type { ContactCard, Order } from '../api/types';
import { money } from '../text/words';
import css from './KindsView.module.css';

/** Cards of people, each with its numbers to call. */
export function ContactsView({ contacts }: { contacts: ContactCard[] }) {
  return contacts.map((card, index) => (
    <div key={index} className={css.box} role="group" aria-label={`Contact ${card.name}`}>
      <span className={css.name}>{card.name}</span>
      {card.company && <span>{card.company}</span>}
      {[...card.phones, ...card.emails, ...card.more].filter(Boolean).map((way) => (
        <span key={way}>{way}</span>
      ))}
    </div>
  ));
}

/** A basket: what, how many, and what it comes to. */
export function OrderView({ order }: { order: Order }) {
  const currency = order.items[0]?.currency ?? '';
  return (
    <>
      <div className={css.box} role="group" aria-label="Order">
        {order.items.map((item, index) => (
          <span key={index} className={css.line}>
            <span className={css.name}>
              {item.quantity} × {item.name ?? (item.product || 'Item')}
            </span>
            <span>{money(item.quantity * item.price, item.currency)}</span>
          </span>
        ))}
        <span className={css.sum}>
          <span>Total</span>
          <span>{money(order.total, currency)}</span>
        </span>
      </div>
      {order.note && <span dir="auto">{order.note}</span>}
    </>
  );
}
