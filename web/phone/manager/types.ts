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
  quality: string;
  status: string;
  throughput: string;
  can_send: string;
  in_business_app: boolean;
  sent: Record<'accepted' | 'sent' | 'delivered' | 'read' | 'failed', number>;
}

export interface Template {
  id: string;
  name: string;
  language: string;
  category: string;
  status: string;
  reason: string;
  quality: string;
  body: string;
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
  appeal: { at: number; granted: boolean } | null;
  numbers: PhoneNumber[];
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
