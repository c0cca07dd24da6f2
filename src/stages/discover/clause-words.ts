/** Words that stand in no term: obligation, limits, passing on. */
export const NOWHERE: ReadonlySet<string> = new Set(
  (
    '与 同 和 跟 及 或 没有 没 不 一个 什么 怎么 还有 ' +
    '应当 应该 应 须 必须 不得 可以 能够 予以 采取 采取措施 鼓励 巩固 以上 以下 以外 以内 以及 交由 尤其是 特别是 不断 正在 仍然 两大 继续 向 责令 ' +
    '为 到 是 使 被 将 才能 过分 提供 带领 收到 受到 变为 推向 转为 是否 合乎'
  ).split(' '),
);

/** Verbs of doing and wanting in reports: a phrase that begins or ends with one is a clause, not a term. */
export const LIGHT_VERBS: ReadonlySet<string> = new Set(
  (
    '实现 促进 推动 推进 加强 加快 加大 提高 提升 增强 强化 深化 坚持 继续 保持 完善 健全 建立 构建 形成 开展 进行 实施 落实 ' +
    '做好 做到 抓好 确保 保证 支持 引导 帮助 带动 组织 积极 认真 切实 着力 努力 大力 全面 深入 扎实 稳步 统筹 有效 严格 ' +
    '表示 违反 请予 防止 依法 进一步 持续 拓展 优化 改善 发挥 具有 成为 作为 通过 提供 给予 参与 纳入 面临 存在 ' +
    '包括 涉及 解决 消除 需要 要求 利用 采用 使用 基于 根据 按照 结合 ' +
    '起来 出来 下来 下去 上来 牢牢 比较 尤其 逐步 充分 显著 更加 注重 重视 关注 ' +
    '取得 获得 得到 达到 发生 用于 贯彻 承担 符合 遵循 遵守 履行 行使 享有 享受 属于 负责 处以 责令 感谢 衷心 诚挚 弘扬 ' +
    '突出 聚焦 围绕 立足 着眼 务必 力争 争取 使得 举办 召开 创造 导致 造成 引起 产生 出现 看到 来自 位于 有利于 有助于 有待 出台 会同 发力 建立健全 加大力度 相关 有关'
  ).split(' '),
);

/** What else a term does not begin with: vague amounts, times of telling, titles of authors before what they wrote. */
export const NO_BEGINNING: ReadonlySet<string> = new Set(
  (
    '多数 大多数 绝大多数 大部分 各项 各类 各种 各个 各地 各级 各项政策 一切 所有 全部 任何 部分 其他 其它 某些 许多 ' +
    '较快 较大 较高 较好 较强 较多 更大 更高 更好 更多 很多 很大 十分 非常 今后 过去 上年 去年 今年 明年 同期 近年 近年来 当前 目前 ' +
    '我国 我省 我市 我县 我们 本市 本省 占 达 超过 进入 重要 主要 ' +
    '教授 副教授 研究员 副研究员 讲师 博士 硕士 博士生 硕士生 院长 副院长 理论依据 一批 大幅 大幅度 比 省 市 县 区 内 外 人民政府 ' +
    '方面 一部分 有的 有些 要 可 能 会 年 按时 足额 及时 如期 成功 坚决 年均 一定 不要 不能 不会 不可 不宜 性 型 化 式 度 率 总 深刻 分别 优先 强烈 这场 这次 这种'
  ).split(' '),
);

/** What else a term does not end with: the course, the side or the occasion of a thing. */
export const NO_ENDING: ReadonlySet<string> = new Set(
  '思路 方面 情况 期间 时候 之间 之中 规定 范围内 区域内 基础上 过程中 条件下 得以 显示 表明 认为 指出 所在地 中国特色 秘书 实行 基本 平均 安排 相结合 盲目 良好 中长期'.split(
    ' ',
  ),
);

/** Verbs that take the next noun for their object (增加农民收入) unless what follows is a measure (恢复方案). */
export const OBJECT_VERBS: ReadonlySet<string> = new Set(
  (
    '增加 减少 减轻 降低 扩大 缩小 加入 安排 适合 恢复 缴纳 征收 提振 拖欠 缓解 信仰 实行 享受 打造 破解 化解 遏制 杜绝 ' +
    '发展 培育 培养 壮大 激发 调动 维护 满足 适应 服从 依靠 依托 尊重 热爱 办理 申请 领取 发放 收取 违背 ' +
    '编制 制定 制订 修订 颁布 印发 公布 报送 审批 听取 接受 承认 认知 了解 掌握 反映 体现 展现 彰显 传承 延续 打赢 夺取 ' +
    '阻断 摆脱 告别 走出 迈向 迈入 步入 转变 改变 盘活 激活 拓宽 招聘 选派 聘请 吸纳 吸引 生育 持 排放 采伐 控制 保障 支援 参加 从事 扶持 下放 关心 关爱 调整'
  ).split(' '),
);

/** Measures, bodies and qualities that a verb before them describes: 发展规划 is a plan, 发展教育 a clause. */
export const HEADS: ReadonlySet<string> = new Set(
  (
    '方案 规划 计划 战略 政策 措施 机制 制度 体系 模式 方式 方法 办法 条例 标准 程序 条件 水平 能力 质量 规模 速度 结构 布局 格局 ' +
    '目标 任务 责任 工作 项目 工程 行动 活动 行为 资金 基金 经费 费用 补贴 奖励 贷款 比例 期限 范围 对象 主体 主体责任 责任人 人员 ' +
    '人才 人 单位 机构 部门 组织 企业 公司 基地 平台 中心 园区 环境 空间 潜力 动力 活力 优势 阶段 道路 路径 理念 观念 趋势 现状 前景 机遇 ' +
    '改革 中心 协会 联盟 决定 决议 证明 证书 名录 清单 目录 指数 指标 系数 算法 模型 技术 系统 设备 材料 工艺 试验 理论 经济学 力度 权利 权益 不平衡 差距 总量 强度 浓度 许可 许可证 保险 意愿 补助 补偿 津贴'
  ).split(' '),
);

/** Headings of reports and general nouns: a phrase of these alone (对策建议, 工作任务) is of the genre, not of the case. */
export const FURNITURE: ReadonlySet<string> = new Set(
  (
    '对策 建议 路径 选择 现状 分析 存在 问题 研究 背景 总体 要求 思路 基本 原则 意义 作用 目的 目标 任务 重点 主要 重要 主体 内容 ' +
    '经验 做法 启示 结论 展望 成效 成果 措施 政策 政策措施 工作 指导 思想 情况 回顾 部署 安排 精神 决策 方面 关键 环节 节点 进展 特点 ' +
    '阶段 时期 理论 依据 理论依据 文献 综述 方法 框架 逻辑 困难 挑战 机遇 原因 困境 优化 策略 实践 探索 具体 初步 整体 ' +
    '下一步 打算 计划 报告 课题 项目 参考 衔接 相关 有关 部门 单位 机构 人员 同志 事项 政府 体系 条例 大 格局 宝贵'
  ).split(' '),
);
