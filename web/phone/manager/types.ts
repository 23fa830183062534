/** What `/manager/api/overview` answers. Times are Unix seconds of the platform's clock. */

export interface Restriction {
  restriction_type: string;
  expiration?: number | null;
}

export interface PhoneNumber {
  phone_number_id: string;
  display_phone_number: string;
  verified_name: string;
  name_status: string;
  requested_name: string;
  /** When the display name is decided on; null for one that is not in review. */
  review_until: number | null;
  quality: string;
  week: Week;
  status: string;
  throughput: string;
  can_send: string;
  in_business_app: boolean;
  sent: Record<'accepted' | 'sent' | 'delivered' | 'read' | 'failed', number>;
}

/** What a quality rating comes from: seven days. `reasons`: how often each was given for a report. */
export interface Week {
  delivered: number;
  read: number;
  blocks: number;
  reports: number;
  reasons: Record<string, number>;
  weight: number;
  share: number;
}

export interface Template {
  id: string;
  name: string;
  language: string;
  category: string;
  status: string;
  /** When it is decided on; null for one that is not in review. */
  review_until: number | null;
  reason: string;
  /** The category it is to have at that time; empty and null for one that stays as it is. */
  correct_category: string;
  category_changes_at: number | null;
  quality: string;
  body: string;
}

/** `waiting`: how many ask to come in. */
export interface GroupOfPeople {
  group_id: string;
  subject: string;
  people: number;
  waiting: number;
  suspended: boolean;
}

/** `at`: when the answer comes or came. */
export interface Appeal {
  at: number;
  granted: boolean;
  words: string;
  asked_at: number;
}

/** What an account did in seven days; `start` of a day, in UTC. */
export interface Figures {
  days: Day[];
  prices: { category: string; volume: number; cost: number }[];
  currency: string;
}

export interface Day {
  start: number;
  sent: number;
  delivered: number;
  read: number;
  received: number;
}

export interface Account {
  waba_id: string;
  name: string;
  status: string;
  review: string;
  restrictions: Restriction[];
  ban_state: string;
  violations: number;
  /** The newest first, twenty at most. */
  newest_violations: { type: string; at: number }[];
  payment_problem: boolean;
  appeal: Appeal | null;
  /** Those that were answered, the newest first, five at most. */
  appeals: (Appeal & { answer: string })[];
  numbers: PhoneNumber[];
  groups: GroupOfPeople[];
  templates: Template[];
}

export interface Portfolio {
  business_id: string;
  name: string;
  limit: string;
  verified: boolean;
  accounts: Account[];
}

export interface Webhooks {
  url: string;
  problem: string;
  pending: number;
  delivered: number;
  failed: number;
  failed_posts: number;
  mishaps: { hold: boolean };
}

/** `answer`: the status, 0 for none; `fields`: how many updates of each, empty for what was too large to keep. */
export interface Post {
  number: number;
  at: number;
  answer: number;
  attempt: number;
  updates: number;
  fields: Record<string, number>;
  next_try: number | null;
}

export interface Overview {
  now: number;
  offset_seconds: number;
  portfolios: Portfolio[];
  webhooks: Webhooks;
  posts: Post[];
}
