#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;

use crate::curation::tests::{facts, triples};
use crate::facts::{Aim, Origin, SentenceId, ThingId};

#[test]
fn ids_follow_the_things_they_mean() {
    let mut facts = facts();
    facts.observations[0].about = Some(ThingId(3));
    facts.targets[1].about = Some(ThingId(1));
    facts.remove_things(&BTreeSet::from([ThingId(0), ThingId(1), ThingId(99)]));
    assert_eq!(facts.dangling(), None);
    assert_eq!(triples(&facts), ["石龙路电力隧道工程 LocatedIn 石龙路"]);
    assert_eq!(facts.things[facts.observations[0].about.unwrap().0].name, "石龙路");
    assert_eq!(facts.targets[1].about, None);
    let Aim::Milestone { project, .. } = facts.targets[0].aim else { panic!("the milestone is first") };
    assert_eq!(facts.things[project.0].name, "石龙路道路工程");
}

#[test]
fn a_removed_milestone_moves_the_targets_behind_it() {
    let mut facts = facts();
    facts.remove_things(&BTreeSet::from([ThingId(5)]));
    assert_eq!(facts.targets.len(), 3);
    assert_eq!(facts.targets[1].part_of, Some(0));
}

#[test]
fn removing_nothing_changes_nothing() {
    let mut edited = facts();
    edited.remove_things(&BTreeSet::new());
    edited.remove_observations(&BTreeSet::new());
    edited.remove_targets(&BTreeSet::from([99]));
    edited.merge_things(ThingId(2), ThingId(2));
    edited.merge_things(ThingId(2), ThingId(99));
    edited.unite_duplicates();
    assert_eq!(edited, facts());
}

#[test]
fn parts_follow_their_wholes() {
    let mut facts = facts();
    let whole = facts.observations[0].clone();
    let mut part = whole.clone();
    part.part_of = Some(1);
    facts.observations = vec![whole.clone(), whole, part];
    facts.remove_observations(&BTreeSet::from([0]));
    assert_eq!(facts.observations[1].part_of, Some(0));
    facts.remove_observations(&BTreeSet::from([0]));
    assert_eq!(facts.observations[0].part_of, None);
}

#[test]
fn a_merge_leaves_no_relation_of_a_thing_with_itself() {
    let mut facts = facts();
    let mut inside = facts.relations[0].clone();
    (inside.subject, inside.object) = (ThingId(3), ThingId(1));
    facts.relations.push(inside);
    facts.merge_things(ThingId(3), ThingId(1));
    facts.unite_duplicates();
    assert_eq!(facts.dangling(), None);
    assert_eq!(
        triples(&facts),
        ["斋堂110千伏输变电站 LocatedIn 斋堂镇", "石龙路电力隧道工程 LocatedIn 斋堂镇"]
    );
}

#[test]
fn duplicates_unite_their_evidence() {
    let mut facts = facts();
    let mut again = facts.relations[0].clone();
    again.evidence = vec![SentenceId(3), SentenceId(0)];
    again.origin = Origin::Curation;
    facts.relations.push(again);
    let mut again = facts.statuses[1].clone();
    again.evidence = vec![SentenceId(6)];
    facts.statuses.push(again);
    facts.unite_duplicates();
    assert_eq!((facts.relations.len(), facts.statuses.len()), (2, 3));
    assert_eq!(facts.relations[0].evidence, [SentenceId(0), SentenceId(3)]);
    assert_eq!(facts.relations[0].origin, Origin::Curation);
    assert_eq!(facts.statuses[1].evidence, [SentenceId(0), SentenceId(6)]);
}

#[test]
fn dangling_ids_are_found() {
    let mut broken = facts();
    broken.relations[0].object = ThingId(99);
    assert_eq!(broken.dangling().unwrap(), "a relation refers to thing 99");
    let mut broken = facts();
    broken.targets[2].part_of = Some(2);
    assert_eq!(broken.dangling().unwrap(), "a target is part of 2");
    let mut broken = facts();
    broken.statuses[0].evidence = vec![SentenceId(7)];
    assert_eq!(broken.dangling().unwrap(), "a status refers to sentence 7");
}
