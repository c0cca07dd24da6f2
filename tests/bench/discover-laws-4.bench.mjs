import { discoverBench } from './discover-laws.mjs';

export const { name, unit, run, baseline } = discoverBench(4);
