import { startCommonRedis } from '../shared/common-test-redis.ts';

export default startCommonRedis;
