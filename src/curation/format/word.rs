//! Values that may be written in more than one way: years, times, amounts, names.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::de::{self, Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize};

use crate::facts::Kind;

/// A year: a number, `"review"` or `"plan"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Year {
    /// The year that the report looks back on.
    Review,
    /// The year that it plans.
    Plan,
    /// A calendar year.
    Number(i32),
}

/// A time: a [`Year`], or words such as `"1-11月"` or `"3-5年"`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct When {
    /// The year, where stated.
    pub year: Option<Year>,
    /// The words, where it is not just that year.
    pub wording: Option<String>,
}

/// A decimal number, written as a string (`"51.68"`) or as a whole number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Amount(pub Decimal);

/// A thing by name: a string, or `{ class = "Place", name = "…" }` where the name alone is ambiguous.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Named {
    /// Its class, where stated.
    pub class: Option<Kind>,
    /// Its name, an alias, or a place's division code.
    pub name: String,
}

impl Year {
    fn from_word(word: &str) -> Option<Self> {
        match word {
            "review" => Some(Self::Review),
            "plan" => Some(Self::Plan),
            _ => None,
        }
    }

    fn from_number<E: de::Error>(number: i64) -> Result<Self, E> {
        i32::try_from(number).map(Self::Number).map_err(|_| E::custom(format!("{number} is no year")))
    }
}

impl<'de> Deserialize<'de> for Year {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Words;
        impl Visitor<'_> for Words {
            type Value = Year;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a year: a number, \"review\" or \"plan\"")
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Year, E> {
                Year::from_number(number)
            }

            fn visit_str<E: de::Error>(self, word: &str) -> Result<Year, E> {
                Year::from_word(word).ok_or_else(|| E::invalid_value(de::Unexpected::Str(word), &self))
            }
        }
        deserializer.deserialize_any(Words)
    }
}

/// The table form of [`When`].
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WhenTable {
    year: Option<Year>,
    wording: Option<String>,
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Words;
        impl<'de> Visitor<'de> for Words {
            type Value = When;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str(
                    "a time: a year, \"review\", \"plan\", words of the report, or { year = …, wording = \"…\" }",
                )
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<When, E> {
                Ok(When { year: Some(Year::from_number(number)?), wording: None })
            }

            fn visit_str<E: de::Error>(self, word: &str) -> Result<When, E> {
                let year = Year::from_word(word);
                Ok(When { year, wording: year.is_none().then(|| word.to_owned()) })
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<When, A::Error> {
                let table = WhenTable::deserialize(de::value::MapAccessDeserializer::new(map))?;
                Ok(When { year: table.year, wording: table.wording })
            }
        }
        deserializer.deserialize_any(Words)
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Words;
        impl Visitor<'_> for Words {
            type Value = Amount;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a decimal number in quotation marks, such as \"51.68\"")
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Amount, E> {
                Ok(Amount(Decimal::from(number)))
            }

            fn visit_str<E: de::Error>(self, word: &str) -> Result<Amount, E> {
                Decimal::from_str(word)
                    .map(Amount)
                    .map_err(|_| E::invalid_value(de::Unexpected::Str(word), &self))
            }
        }
        deserializer.deserialize_any(Words)
    }
}

/// The table form of [`Named`].
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NamedTable {
    class: Kind,
    name: String,
}

impl<'de> Deserialize<'de> for Named {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Words;
        impl<'de> Visitor<'de> for Words {
            type Value = Named;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a name, or { class = \"…\", name = \"…\" }")
            }

            fn visit_str<E: de::Error>(self, word: &str) -> Result<Named, E> {
                Ok(Named { class: None, name: word.to_owned() })
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Named, A::Error> {
                let table = NamedTable::deserialize(de::value::MapAccessDeserializer::new(map))?;
                Ok(Named { class: Some(table.class), name: table.name })
            }
        }
        deserializer.deserialize_any(Words)
    }
}
