import type { Bill } from '../api/types';
import { stands } from '../text/stands';
import { money } from '../text/words';
import css from './KindsView.module.css';

/** An order to pay: what, what is added and taken off, what it comes to, and where it stands. */
export function BillView({ bill }: { bill: Bill }) {
  return (
    <div className={css.box} role="group" aria-label={`Order ${bill.reference}`}>
      <span className={css.line}>
        <span className={css.name}>Order {bill.reference}</span>
        <span data-testid="bill-stands">{stands(bill)}</span>
      </span>
      {bill.items.map((item, index) => (
        <span key={index} className={css.line}>
          <span>
            {item.quantity} × {item.name}
          </span>
          <span>{money(item.quantity * item.price, bill.currency)}</span>
        </span>
      ))}
      {bill.lines.map((line) => (
        <span key={line.name} className={css.line}>
          <span>{line.name}</span>
          <span>{money(line.amount, bill.currency)}</span>
        </span>
      ))}
      <span className={css.sum}>
        <span>Total</span>
        <span>{money(bill.total, bill.currency)}</span>
      </span>
      {bill.refunds.map((refund, index) => (
        <span key={index} className={css.line} data-testid="refund">
          <span>{refund.status === 'success' ? 'Refunded' : 'Refund on its way'}</span>
          <span>{money(-refund.amount, bill.currency)}</span>
        </span>
      ))}
    </div>
  );
}
