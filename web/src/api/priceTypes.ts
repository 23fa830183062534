// What messages cost: before they are sent, and booked after.

export interface PriceCard {
  name: string;
  model: 'message' | 'conversation';
  currency: string;
  valid_from: string;
  /** Made up, nobody's price. */
  example: boolean;
}

/** Of one message, if it were sent now. Unpriced: it is charged, and nobody knows how much. */
export interface Price {
  outcome: 'free' | 'charged' | 'unpriced' | 'not_sendable';
  reason: string;
  sentence: string;
  category: string;
  country: string;
  market: string;
  /** Decimal text. */
  amount: string | null;
  currency: string;
  nth: number;
  card: PriceCard | null;
}

/** Some messages or conversations of one country, category and kind. */
export interface PriceSum {
  country: string;
  category: string;
  kind: string;
  count: number;
  amount: string;
  currency: string;
  /** Charged, and no card said how much. */
  unpriced: number;
}

/** A message that WhatsApp prices otherwise than was foretold: `kind/category`, and the amounts. */
export interface PriceDifference {
  message_id: string;
  at: string;
  ours: string;
  theirs: string;
  foretold: string | null;
  booked: string | null;
  currency: string;
}

export interface PriceMonth {
  month: string;
  delivered: number;
  complete: boolean;
  by_message: PriceSum[];
  by_conversation: PriceSum[];
  sums: { model: 'message' | 'conversation'; currency: string; amount: string; unpriced: number }[];
  reconciled: { same: number; differing: number; unreported: number };
  differences: PriceDifference[];
  cards: PriceCard[];
}

/** Both sides of one country, category and kind. `difference`: '' where they agree; `sentence` says what to do. */
export interface PriceTotalLine {
  country: string;
  category: string;
  kind: string;
  ours: number;
  theirs: number;
  our_amount: string | null;
  their_amount: string | null;
  our_currency: string;
  their_currency: string;
  difference: string;
  sentence: string;
}

/** What WhatsApp counts and charges itself, over the days that it was asked about. */
export interface PriceTotals {
  month: string;
  days: number;
  last: string | null;
  sentence: string;
  differing: number;
  lines: PriceTotalLine[];
  troubles: { account_id: string; code: number; sentence: string; retriable: boolean }[];
}
