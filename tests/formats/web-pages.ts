/** An article of a WeChat account as its page is saved: the text hidden until a script runs, furniture around. */
export const WECHAT = `<!DOCTYPE html><html><head><meta charset="utf-8">
<meta property="og:title" content="扶贫车间里的笑声" /><title></title>
<script>var msg_title = '扶贫车间里的笑声'; document.write("<div>脚本里的字。</div>")</script>
<style>.rich_media_content{color:#333}</style></head><body id="activity-detail">
<div class="rich_media_area_primary"><div id="img-content">
<h1 class="rich_media_title" id="activity-name">
  扶贫车间里的笑声
</h1>
<div id="meta_content"><a href="javascript:void(0);" id="js_name">潜丘发布</a><em id="publish_time">2019-05-06</em></div>
<div class="rich_media_content js_underline_content" id="js_content" style="visibility: hidden; opacity: 0; ">
<section style="text-indent: 2em;"><span style="font-size: 15px;">五月的</span><span><strong>白荡镇</strong>，机声隆隆。</span></section>
<p><img data-src="https://mmbiz.example/1.png"><br></p>
<p><span>“在家门口就能上班，<br>还能照顾孩子。”</span></p>
<p style="display: none;">看不见的字。</p>
<section><section class="footer-like share"><p>车间主任陶德顺说。</p></section></section>
<table><tbody><tr><td><p>年份</p></td><td><p>户数</p></td></tr><tr><td>2018</td><td>126</td></tr></tbody></table>
</div></div>
<div class="rich_media_tool"><a href="#">阅读原文</a> 阅读 3 点赞</div></div>
<div id="js_pc_qr_code">微信扫一扫关注该公众号。</div></body></html>`;

export const WECHAT_TEXT = [
  '扶贫车间里的笑声',
  '五月的白荡镇，机声隆隆。',
  '“在家门口就能上班，',
  '还能照顾孩子。”',
  '车间主任陶德顺说。',
  '年份\t户数',
  '2018\t126',
].join('\n');

/** Marks of the stretches of a text (each written once, without characters beyond the basic plane) of these kinds. */
const marksIn = (text: string, ...parts: readonly (readonly ['heading' | 'table', string])[]) =>
  parts.map(([kind, part]) => {
    const start = text.indexOf(part);
    // The headings are those of the pages, of the first level.
    return { kind, start, end: start + part.length, ...(kind === 'heading' ? { level: 1 } : {}) };
  });

export const WECHAT_MARKS = marksIn(
  WECHAT_TEXT,
  ['heading', '扶贫车间里的笑声'],
  ['table', '年份\t户数\n2018\t126'],
);

/** A page of a county government: menus, a path, a side column, recommended links, and the text in between. */
export const GOVERNMENT = `<html xmlns="http://www.w3.org/1999/xhtml"><head>
<meta http-equiv="Content-Type" content="text/html; charset=gb2312" />
<meta name="ArticleTitle" content="潜丘县2018年脱贫攻坚工作总结"/>
<title>潜丘县2018年脱贫攻坚工作总结_潜丘县人民政府</title></head><body>
<div class="top"><h1>潜丘县人民政府</h1><ul class="menu_list"><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li>
<li><a href="/fw">办事服务</a></li><li><a href="/hd">互动交流</a></li></ul></div>
<div class="wrap"><div class="left"><h3><a href="/x">信息公开目录</a></h3><ul><li><a href="1">机构职能</a></li><li><a href="2">政策文件</a></li><li><a href="3">规划计划</a></li><li><a href="4">统计信息</a></li></ul></div>
<div class="right"><div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/zw">政务公开</a></div>
<div class="title">潜丘县2018年脱贫攻坚工作总结</div><div class="info">来源：县扶贫办　时间：2019-01-08</div>
<div class="con"><div class="TRS_Editor"><style type="text/css">.TRS_Editor P{font-size:12pt}</style>
<P align=justify>　　2018年，全县坚持精准扶贫、精准脱贫基本方略，
减贫1260户3872人。
<P>　　<STRONG>一、主要做法</STRONG></P>
<P>&nbsp;&nbsp;（一）产业扶贫。建成扶贫车间<A href="/cj">48个</A>，吸纳贫困户就业。</P>
<OL><LI>光伏扶贫；<LI>就业扶贫。</OL>
<TABLE border=1><TR><TH>乡镇<TH>户数</TR><TR><TD>白荡镇<TD>126</TABLE>
<P><ruby>扶<rp>(</rp><rt>fú</rt><rp>)</rp></ruby>贫先扶志。</P></div></div>
<div class="share">分享到：<a href="#">微信</a><a href="#">微博</a></div>
<ul class="news"><li><a href="5">全县召开脱贫攻坚推进会。</a></li><li><a href="6">县领导调研扶贫车间。</a></li><li><a href="7">驻村工作队座谈。</a></li><li><a href="8">年度考核公告。</a></li></ul></div></div>
<div id="footer">主办：潜丘县人民政府办公室。版权所有，未经许可不得转载。</div></body></html>`;

export const GOVERNMENT_TEXT = [
  '潜丘县2018年脱贫攻坚工作总结',
  '2018年，全县坚持精准扶贫、精准脱贫基本方略，减贫1260户3872人。',
  '一、主要做法',
  '（一）产业扶贫。建成扶贫车间48个，吸纳贫困户就业。',
  '1. 光伏扶贫；',
  '2. 就业扶贫。',
  '乡镇\t户数',
  '白荡镇\t126',
  '扶贫先扶志。',
].join('\n');

export const GOVERNMENT_MARKS = marksIn(
  GOVERNMENT_TEXT,
  ['heading', '潜丘县2018年脱贫攻坚工作总结'],
  ['table', '乡镇\t户数\n白荡镇\t126'],
);

/** A page saved as one file, in the manner of Chrome; line ends as in mail. */
export function mhtmlOf(html: string, transfer: 'quoted-printable' | 'base64', type = 'text/html'): string {
  const bytes = Buffer.from(html);
  const quoted = [...bytes]
    .map((byte) =>
      byte === 0x3d || byte > 0x7e
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('')
    .replaceAll(/(?:=[\dA-F]{2}|[^=\n]){70}/g, '$&=\n');
  const body = transfer === 'base64' ? bytes.toString('base64').replaceAll(/.{76}/g, '$&\n') : quoted;
  return `From: <Saved by Blink>
Snapshot-Content-Location: https://mp.weixin.qq.com/s/x
Subject: =?utf-8?Q?=E6=89=B6?=
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----MultipartBoundary--x----"


------MultipartBoundary--x----
Content-Type: ${type}
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: ${transfer}
Content-Location: https://mp.weixin.qq.com/s/x

${body}
------MultipartBoundary--x----
Content-Type: text/css
Content-Transfer-Encoding: quoted-printable

@charset "utf-8"; .a { content: "样式" }
------MultipartBoundary--x------
`.replaceAll(/\r?\n/g, '\r\n');
}
