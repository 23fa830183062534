import { IconExternalLink, IconFileText, IconMapPin, IconMovie, IconPhoto } from '@tabler/icons-react';
import type { Template, TemplatePart } from '../../api/types';
import { fillPart, type Values } from './fill';
import { asksForFile, type Head } from './head';
import css from './TemplatePreview.module.css';

/** The message as the customer will see it. What is not filled in yet shows its example, marked. */
export function TemplatePreview({ template, values, head }: { template: Template; values: Values; head: Head }) {
  return (
    <div className={css.wall} aria-label="Preview" aria-live="polite" data-testid="template-preview">
      <div className={css.bubble}>
        <PreviewHead template={template} head={head} />
        {template.header && (
          <p className={css.header}>
            <Filled text={template.header} part="header" template={template} values={values} />
          </p>
        )}
        <p className={css.body} dir="auto">
          <Filled text={template.body} part="body" template={template} values={values} />
        </p>
        {template.footer && <p className={css.footer}>{template.footer}</p>}
      </div>
      {template.buttons.map((button) => (
        <span key={button.text} className={css.button}>
          {button.type.toLowerCase().includes('url') && <IconExternalLink size={14} aria-hidden />}
          {button.text}
        </span>
      ))}
    </div>
  );
}

const OPEN = { image: 'picture', video: 'film', document: 'document', location: 'place' };
const ICONS = { image: IconPhoto, video: IconMovie, document: IconFileText, location: IconMapPin };

/** The file or place as a tile; its picture itself where there is one already. */
function PreviewHead({ template: { header_kind: kind }, head }: { template: Template; head: Head }) {
  if (!asksForFile(kind) && kind !== 'location') return null;
  if (kind === 'image' && head?.type === 'media') return <img className={css.picture} src={`/api/media/${head.media_id}`} alt="" />;
  const Icon = ICONS[kind];
  const words = head?.type === 'media' ? head.filename : head?.name;
  return (
    <p className={css.tile}>
      <Icon size={20} stroke={1.5} aria-hidden /> {words || <span className={css.open}>{OPEN[kind]}</span>}
    </p>
  );
}

interface FilledProps {
  text: string;
  part: TemplatePart;
  template: Template;
  values: Values;
}

const Filled = ({ text, part, template, values }: FilledProps) =>
  fillPart(text, part, template.parameters, values).map((piece, index) => (
    <span key={index} className={piece.slot ? css[piece.slot] : undefined}>
      {piece.text}
    </span>
  ));
