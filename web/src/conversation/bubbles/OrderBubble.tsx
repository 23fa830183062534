import { IconShoppingCart } from '@tabler/icons-react';
import type { OrderContent } from '../../api/types';
import { Rich } from '../../ui/Rich';
import { plural } from '../../ui/words';
import type { BubbleProps } from './Contents';
import css from './Cards.module.css';

/** A cart: what is wanted, how many of it, and what it comes to. */
export function OrderBubble({ content }: BubbleProps<OrderContent>) {
  const pieces = content.items.reduce((sum, item) => sum + item.quantity, 0);
  const total = totalOf(content.items);
  return (
    <>
      <span className={css.title}>
        <IconShoppingCart size={16} stroke={1.8} aria-hidden /> Order of {plural(pieces, 'piece')}
      </span>
      {content.items.length > 0 && (
        <table className={css.order}>
          <thead>
            <tr>
              <th scope="col">Item</th>
              <th scope="col">Pieces</th>
              <th scope="col">Each</th>
            </tr>
          </thead>
          <tbody>
            {content.items.map((item, index) => (
              <tr key={index}>
                <td>{item.retailer_id || 'Without a number'}</td>
                <td>{item.quantity}</td>
                <td>{money(item.price, item.currency)}</td>
              </tr>
            ))}
          </tbody>
          {total && (
            <tfoot>
              <tr>
                <th scope="row" colSpan={2}>
                  Total
                </th>
                <td>{total}</td>
              </tr>
            </tfoot>
          )}
        </table>
      )}
      {content.text && <Rich text={content.text} />}
    </>
  );
}

/** Nothing where a price is missing or two currencies stand beside each other. */
function totalOf(items: OrderContent['items']): string {
  const currency = items[0]?.currency ?? '';
  if (!items.length || items.some((item) => !item.price || item.currency !== currency)) return '';
  return money(String(items.reduce((sum, item) => sum + Number(item.price) * item.quantity, 0)), currency);
}

function money(price: string, currency: string): string {
  if (!price) return '–';
  try {
    return new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(Number(price));
  } catch {
    return `${price} ${currency}`.trim();
  }
}
