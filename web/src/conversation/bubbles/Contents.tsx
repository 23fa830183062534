import type { ComponentType } from 'react';
import type { Content, Message } from '../../api/types';
import { ButtonsBubble } from './ButtonsBubble';
import { ContactsBubble } from './ContactsBubble';
import { FormAnswerBubble } from './FormAnswerBubble';
import { ListBubble } from './ListBubble';
import { LocationBubble } from './LocationBubble';
import { MediaBubble } from './MediaBubble';
import { OrderBubble } from './OrderBubble';
import { ProductBubble } from './ProductBubble';
import { ProductListBubble } from './ProductListBubble';
import { ReactionBubble } from './ReactionBubble';
import { ReplyBubble } from './ReplyBubble';
import { SystemBubble } from './SystemBubble';
import { TemplateBubble } from './TemplateBubble';
import { TextBubble } from './TextBubble';
import { UnknownBubble } from './UnknownBubble';

export interface BubbleProps<T extends Content> {
  content: T;
  message: Message;
}

// One file a type; the compiler asks for the missing one when a type is added.
const BY_TYPE: { [T in Content['type']]: ComponentType<BubbleProps<Extract<Content, { type: T }>>> } = {
  text: TextBubble,
  buttons: ButtonsBubble,
  list: ListBubble,
  template: TemplateBubble,
  media: MediaBubble,
  reaction: ReactionBubble,
  reply: ReplyBubble,
  location: LocationBubble,
  product: ProductBubble,
  product_list: ProductListBubble,
  contacts: ContactsBubble,
  order: OrderBubble,
  form_answer: FormAnswerBubble,
  system: SystemBubble,
  unknown: UnknownBubble,
};

/** What a message says, by its type. A type this desk does not know is said so, never hidden. */
export function Contents({ message }: { message: Message }) {
  const { content } = message;
  const Found = (BY_TYPE[content.type] ?? UnknownBubble) as ComponentType<BubbleProps<Content>>;
  return <Found content={content} message={message} />;
}
