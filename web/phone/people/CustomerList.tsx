import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCheck, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import { usePlatform } from '../api/queries';
import { phoneNumber } from '../text/words';
import { Avatar } from '../ui/Avatar';
import { Notice } from '../ui/Notice';
import { RowSkeletons } from '../ui/RowSkeletons';
import css from './CustomerList.module.css';
import { NewCustomer } from './NewCustomer';

/** Whose phone this is: everyone there is to be, and a way to add one more. */
export function CustomerList({ current }: { current: string }) {
  const platform = usePlatform();
  const navigate = useNavigate();
  const [adding, { open, close }] = useDisclosure();

  return (
    <div className={css.people}>
      {platform.isPending && <RowSkeletons count={4} />}
      {platform.data?.customers.length === 0 && (
        <Notice icon={<IconUsers />} title="Nobody here yet">
          Add a customer to get a phone of your own.
        </Notice>
      )}
      <ul className={css.list}>
        {platform.data?.customers.map((customer) => (
          <li key={customer.wa_id}>
            <Link
              to={`/${customer.wa_id}`}
              className={css.row}
              data-testid={`customer-${customer.wa_id}`}
              aria-current={customer.wa_id === current || undefined}
            >
              <Avatar name={customer.name} size={40} />
              <span className={css.words}>
                <span className={css.name}>{customer.name}</span>
                <span className={css.number}>{phoneNumber(customer.wa_id)}</span>
              </span>
              {customer.wa_id === current && <IconCheck size={18} className={css.check} aria-hidden />}
            </Link>
          </li>
        ))}
      </ul>
      {platform.data && (
        <Button variant="light" leftSection={<IconUserPlus size={18} />} onClick={open} className={css.add}>
          New customer
        </Button>
      )}
      <NewCustomer opened={adding} onClose={close} onAdded={(customer) => navigate(`/${customer.wa_id}`)} />
    </div>
  );
}
