//! Named regions and features that are no divisions: `data/gazetteer/features.csv`.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::Deserialize;

/// What a feature is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FeatureType {
    /// 国家
    Country,
    /// A region that is no division: 长三角, 京津冀, 东北, 港澳台.
    Region,
    /// A river, canal or stretch of one.
    River,
    /// A mountain or range.
    Mountain,
    /// A lake or reservoir.
    Lake,
    /// A sea, gulf or strait.
    Sea,
    /// A sight that its name alone tells from other places: 趵突泉.
    #[serde(rename = "scenicArea")]
    ScenicArea,
    /// A city that is no division any more, as reports of its time name it: 胶南市.
    City,
    /// Such a district: 闸北区.
    District,
    /// Such a county: 长岛县.
    County,
}

impl FeatureType {
    /// Its name in the data: `river`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Region => "region",
            Self::River => "river",
            Self::Mountain => "mountain",
            Self::Lake => "lake",
            Self::Sea => "sea",
            Self::ScenicArea => "scenicArea",
            Self::City => "city",
            Self::District => "district",
            Self::County => "county",
        }
    }
}

/// A named region or feature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feature {
    /// Its usual name in reports.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// What it is.
    pub kind: FeatureType,
    /// Code of the smallest division that holds all of it, where there is one below the country.
    pub within: Option<String>,
}

/// All features, in the order of the file.
#[must_use]
pub fn features() -> &'static [Feature] {
    static FEATURES: OnceLock<Vec<Feature>> = OnceLock::new();
    FEATURES.get_or_init(|| {
        // The build script has read the same file and refused it where a row is wrong; the tests check
        // the types.
        csv::Reader::from_reader(include_bytes!("../../../data/gazetteer/features.csv").as_slice())
            .deserialize::<(String, String, FeatureType, String)>()
            .filter_map(Result::ok)
            .map(|(name, aliases, kind, within)| Feature {
                name,
                aliases: aliases.split('|').filter(|alias| !alias.is_empty()).map(str::to_owned).collect(),
                kind,
                within: (!within.is_empty()).then_some(within),
            })
            .collect()
    })
}

/// The feature with this name or alias.
///
/// ```
/// use zhengtu::lexicon::gazetteer::{FeatureType, feature};
/// let delta = feature("长三角").unwrap();
/// assert_eq!((delta.kind, delta.aliases[0].as_str()), (FeatureType::Region, "长江三角洲"));
/// ```
#[must_use]
pub fn feature(name: &str) -> Option<&'static Feature> {
    static BY_NAME: OnceLock<HashMap<&'static str, &'static Feature>> = OnceLock::new();
    let by_name = BY_NAME.get_or_init(|| {
        let names = |feature: &'static Feature| {
            std::iter::once(&feature.name).chain(&feature.aliases).map(move |name| (name.as_str(), feature))
        };
        features().iter().flat_map(names).collect()
    });
    by_name.get(name).copied()
}
