import { describe, expect, it } from 'vitest';
import { readCannotSet } from '../../src/nlu/acts/seller/settings/cannot-set.ts';
import { readWeekly } from '../../src/nlu/acts/seller/settings/weekly-act.ts';

describe('days of the week on which a household sends', () => {
  it.each([
    ['我只有礼拜一跟礼拜四去镇上寄东西', [1, 4]],
    ['每周三、周六发货', [3, 6]],
    ['俺逢二五去县城，只周二、五寄', [2, 5]],
    ['每周日不发货', [1, 2, 3, 4, 5, 6]],
    ['周末不发货', [1, 2, 3, 4, 5]],
    ['周一到周五发货，周末不发', [1, 2, 3, 4, 5]],
    ['逢礼拜三先去寄货', [3]],
    ['净系星期二同星期五寄货', [2, 5]],
    ['we only ship on Mondays and Thursdays', [1, 4]],
    ["we don't ship on weekends", [1, 2, 3, 4, 5]],
    ['I go to the post office every Tuesday and Friday', [2, 5]],
    ['we ship Monday to Friday only', [1, 2, 3, 4, 5]],
    ['每天都发货', [1, 2, 3, 4, 5, 6, 7]],
    // One day, and no rule.
    ['周二不发货', undefined],
    ['下周三只发一单', undefined],
    ['周三发货', undefined],
    ['每周三晚上八点直播', undefined],
    ['周几发货好？', undefined],
    ['只有三斤了', undefined],
    ['核桃每斤便宜一块', undefined],
  ])('%s', (message, days) => {
    expect(readWeekly(message)).toEqual(days);
  });

  it.each([
    ['满两单一起发', 'together'],
    ['两个订单合并寄行不', 'together'],
    ['货到付款不做了', 'cod-off'],
    ['no more cash on delivery', 'cod-off'],
    ['minimum order 5 jin', 'weight-minimum'],
    ['五斤起送', 'weight-minimum'],
    ['50元起送', undefined],
    ['A-0317和A-0318一起发', undefined],
    ['可以货到付款', undefined],
  ])('%s is answered with what can be set: %s', (message, what) => {
    expect(readCannotSet(message)).toBe(what);
  });
});
