import { discoverBench } from './discover-laws.mjs';

export const { name, unit, prepare, run, baseline } = discoverBench();
