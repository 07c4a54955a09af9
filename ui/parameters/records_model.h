// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/field.h"

#include <QAbstractTableModel>

#include <functional>
#include <vector>

namespace theta {

/// Rows as a table of texts, options and check marks. It never changes by itself: what a person enters
/// becomes new rows handed to `propose`.
class RecordsModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  using Propose = std::function<bool(std::vector<Row>)>;
  /// Text that does not read as its cell's value: the cell's field and the text.
  using Refuse = std::function<void(const Field&, const std::string&)>;

  RecordsModel(std::vector<Field> columns, Propose propose, Refuse refuse, QObject* parent);

  void show_rows(const std::vector<Row>& rows);
  const std::vector<Row>& rows() const { return rows_; }
  const std::vector<Field>& columns() const { return columns_; }

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role) override;

 private:
  const Value& value_at(const QModelIndex& index) const;
  const Field& field_at(const QModelIndex& index) const;

  std::vector<Field> columns_;
  Propose propose_;
  Refuse refuse_;
  std::vector<Row> rows_;
};

}  // namespace theta
