import { useBusiness } from '../api/queries';
import { Avatar } from '../ui/Avatar';
import { Sheet } from '../ui/Sheet';
import css from './BusinessSheet.module.css';

interface Props {
  numberId: string;
  name: string;
  opened: boolean;
  onClose: () => void;
}

/** What the business says about itself in its profile. */
export function BusinessSheet({ numberId, name, opened, onClose }: Props) {
  const business = useBusiness(numberId);
  const profile = business?.profile;
  const websites = profile?.websites ?? [];
  const missing = !profile?.description && !profile?.address && !profile?.email && websites.length === 0;
  return (
    <Sheet title="Business info" opened={opened} onClose={onClose}>
      <div className={css.head}>
        <Avatar name={name} size={76} business />
        <h3 className={css.name}>{name}</h3>
        <span className={css.soft}>{business?.display_phone_number}</span>
        {profile?.about && <span className={css.about}>{profile.about}</span>}
      </div>
      <dl className={css.facts}>
        <Fact label="About" value={profile?.description} />
        <Fact label="Industry" value={profile?.vertical && sentence(profile.vertical)} />
        <Fact label="Address" value={profile?.address} />
        <Fact label="E-mail" value={profile?.email} href={`mailto:${profile?.email}`} />
        {websites.map((website) => (
          <Fact key={website} label="Website" value={website} href={website} />
        ))}
      </dl>
      {missing && <p className={css.soft}>This business has not said how else it can be reached.</p>}
    </Sheet>
  );
}

function Fact({ label, value, href }: { label: string; value: string | undefined; href?: string }) {
  if (!value) return null;
  return (
    <div className={css.fact}>
      <dt>{label}</dt>
      <dd>
        {href ? (
          <a href={href} target="_blank" rel="noopener noreferrer">
            {value}
          </a>
        ) : (
          value
        )}
      </dd>
    </div>
  );
}

/** `FINANCE` → Finance, `PROF_SERVICES` → Prof services. */
const sentence = (code: string): string => code.charAt(0).toUpperCase() + code.slice(1).toLowerCase().replaceAll('_', ' ');
