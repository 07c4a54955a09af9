// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/document.h"

#include "tests/core/model/every_kind.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

class DocumentTest : public testing::Test {
 protected:
  double real() const { return std::get<double>(document_.values()[0]); }
  void set(double number) { EXPECT_TRUE(document_.apply({{0, number}}).empty()); }

  const Lab lab_ = every_kind_lab(), other_ = every_kind_lab("other");
  Document document_{lab_};
};

TEST_F(DocumentTest, UndoesAndRedoes) {
  EXPECT_FALSE(document_.can_undo());
  set(1.25);
  set(1.5);
  document_.undo();
  EXPECT_EQ(real(), 1.25);
  document_.undo();
  EXPECT_EQ(real(), 1);
  EXPECT_FALSE(document_.can_undo());
  document_.undo();
  document_.redo();
  document_.redo();
  EXPECT_EQ(real(), 1.5);
  EXPECT_FALSE(document_.can_redo());
  document_.redo();
  EXPECT_EQ(real(), 1.5);
}

TEST_F(DocumentTest, AnEditEndsWhatCouldBeRedone) {
  set(1.25);
  document_.undo();
  set(1.75);
  EXPECT_FALSE(document_.can_redo());
}

TEST_F(DocumentTest, WhatIsRefusedOrChangesNothingIsNoStep) {
  EXPECT_FALSE(document_.apply({{0, 9.0}}).empty());
  EXPECT_FALSE(document_.apply({{99, 9.0}}).empty());
  EXPECT_TRUE(document_.apply({{0, 1.0}}).empty());
  EXPECT_TRUE(document_.apply({}).empty());
  EXPECT_TRUE(document_.replace(lab_, document_.values()).empty());
  EXPECT_FALSE(document_.replace(lab_, {}).empty());
  EXPECT_FALSE(document_.can_undo());
  EXPECT_EQ(document_.values(), initial_values(lab_));
}

TEST_F(DocumentTest, ADragIsOneStep) {
  document_.begin_drag();
  for (const double at : {1.1, 1.2, 1.3}) set(at);
  document_.end_drag();
  set(1.4);
  document_.undo();
  EXPECT_EQ(real(), 1.3);
  document_.undo();
  EXPECT_EQ(real(), 1);
  EXPECT_FALSE(document_.can_undo());
}

TEST_F(DocumentTest, TwoDragsAreTwoSteps) {
  for (const double to : {1.2, 1.6}) {
    document_.begin_drag();
    set(to - 0.1);
    set(to);
    document_.end_drag();
  }
  document_.undo();
  EXPECT_EQ(real(), 1.2);
}

TEST_F(DocumentTest, ADragThatReturnsIsNoStep) {
  document_.begin_drag();
  set(1.5);
  set(1);
  document_.end_drag();
  EXPECT_FALSE(document_.can_undo());
  document_.begin_drag();
  document_.end_drag();
  EXPECT_FALSE(document_.can_undo());
}

TEST_F(DocumentTest, UndoWithinADragLosesNothing) {
  set(1.1);
  document_.begin_drag();
  set(1.5);
  document_.undo();
  EXPECT_EQ(real(), 1.1);
  set(1.9);
  document_.end_drag();
  EXPECT_FALSE(document_.can_redo()) << "the drag went on from here";
  document_.undo();
  EXPECT_EQ(real(), 1.1);
}

TEST_F(DocumentTest, ChangesOfTheLabAreSteps) {
  set(1.5);
  EXPECT_TRUE(document_.replace(other_, initial_values(other_)).empty());
  EXPECT_EQ(document_.lab().id, "other");
  document_.undo();
  EXPECT_EQ(document_.lab().id, "every_kind");
  EXPECT_EQ(real(), 1.5);
  document_.redo();
  EXPECT_EQ(document_.lab().id, "other");
}

TEST_F(DocumentTest, ALabSwitchedWithinADragGoesBackToItsStart) {
  document_.begin_drag();
  set(1.5);
  EXPECT_TRUE(document_.replace(other_, initial_values(other_)).empty());
  document_.end_drag();
  document_.undo();
  EXPECT_EQ(document_.lab().id, "every_kind");
  EXPECT_EQ(real(), 1);
}

TEST_F(DocumentTest, SaysWhatWasCarried) {
  EXPECT_TRUE(document_.apply({{place("even"), std::int64_t{32}}}).empty());
  EXPECT_EQ(document_.carried(), std::vector{place("index")});
  document_.undo();
  EXPECT_TRUE(document_.carried().empty());
  EXPECT_EQ(document_.values(), initial_values(lab_)) << "carried values come back too";
}

TEST_F(DocumentTest, HistoryHasAnEnd) {
  for (int i = 0; i < 1100; ++i) set(1 + (i + 1) / 2000.0);
  int steps = 0;
  for (; document_.can_undo(); ++steps) document_.undo();
  EXPECT_EQ(steps, 1000);
  EXPECT_EQ(real(), 1 + 100 / 2000.0);
}

}  // namespace
}  // namespace theta
