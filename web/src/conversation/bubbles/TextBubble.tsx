import type { TextContent } from '../../api/types';
import { Rich } from '../../ui/Rich';
import type { BubbleProps } from './Contents';

export const TextBubble = ({ content }: BubbleProps<TextContent>) => <Rich text={content.body} />;
