import { mount } from '../mount';
import { ManagerPage } from './ManagerPage';

mount(<ManagerPage />, { retry: 1 });
