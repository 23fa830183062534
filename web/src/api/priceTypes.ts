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
