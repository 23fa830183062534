import type { Bill } from '../api/types';

const PAYMENTS: Record<string, string> = { captured: 'Paid', pending: 'Payment on its way', failed: 'Payment failed' };

type Standing = Pick<Bill, 'status' | 'payment' | 'total' | 'refunds'>;

/** Where an order stands, in the customer's words: "Shipped · Paid", "To pay", "Refunded". */
export function stands(bill: Standing): string {
  const { status, payment } = bill;
  const word = status.replaceAll('_', ' ');
  const named = word && word !== 'pending' ? word.charAt(0).toUpperCase() + word.slice(1) : '';
  const paid = refunded(bill) ?? PAYMENTS[payment] ?? (named ? '' : 'To pay');
  return [named, paid].filter(Boolean).join(' · ');
}

/** What is back already is all of it, or a part; null for nothing. */
function refunded({ total, refunds }: Standing): string | null {
  const back = refunds.reduce((sum, { amount, status }) => sum + (status === 'success' ? amount : 0), 0);
  if (back <= 0) return null;
  return Math.round(100 * back) >= Math.round(100 * total) ? 'Refunded' : 'Partly refunded';
}

/** Whether there is still something to pay. */
export const isOpen = ({ status, payment }: Pick<Bill, 'status' | 'payment'>): boolean =>
  payment !== 'captured' && !['', 'completed', 'canceled'].includes(status);
