// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/records_model.h"

#include "core/model/number_of.h"
#include "core/model/problem.h"
#include "core/model/value_text.h"
#include "ui/parameters/number_text.h"
#include "ui/words.h"

#include <utility>

namespace theta {

RecordsModel::RecordsModel(std::vector<Field> columns, Propose propose, Refuse refuse, QObject* parent)
    : QAbstractTableModel(parent),
      columns_(std::move(columns)),
      propose_(std::move(propose)),
      refuse_(std::move(refuse)) {}

void RecordsModel::show_rows(const std::vector<Row>& rows) {
  if (rows.size() != rows_.size()) {
    beginResetModel();
    rows_ = rows;
    endResetModel();
    return;
  }
  rows_ = rows;
  if (!rows_.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int RecordsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int RecordsModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(columns_.size());
}

const Value& RecordsModel::value_at(const QModelIndex& index) const {
  return rows_.at(static_cast<std::size_t>(index.row())).cells.at(static_cast<std::size_t>(index.column()));
}

const Field& RecordsModel::field_at(const QModelIndex& index) const {
  return columns_.at(static_cast<std::size_t>(index.column()));
}

QVariant RecordsModel::data(const QModelIndex& index, int role) const {
  const Value& value = value_at(index);
  const Field& field = field_at(index);
  if (const auto* on = std::get_if<bool>(&value))
    return role == Qt::CheckStateRole ? QVariant(*on ? Qt::Checked : Qt::Unchecked) : QVariant();
  if (role == Qt::TextAlignmentRole && is_number(field)) return QVariant(Qt::AlignRight | Qt::AlignVCenter);
  if (role == Qt::AccessibleTextRole)
    return spoken(field.name.label) + QLatin1Char(' ') + data(index, Qt::DisplayRole).toString();
  if (role != Qt::DisplayRole && role != Qt::EditRole) return {};
  if (const auto* option = std::get_if<Option>(&value)) {
    if (role == Qt::EditRole) return static_cast<int>(option->index);
    return plain(options_of(field.kind)->at(option->index).label);
  }
  if (role == Qt::DisplayRole && is_number(field))
    return QString::fromStdString(shown_number(number_of(value), false));
  return QString::fromStdString(value_text(field, value));
}

QVariant RecordsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation == Qt::Vertical) return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
  const Name& name = columns_.at(static_cast<std::size_t>(section)).name;
  if (role == Qt::DisplayRole) return plain(name.label);
  if (role == Qt::ToolTipRole) return name.help.empty() ? plain(name.label) : plain(name.help);
  return {};
}

Qt::ItemFlags RecordsModel::flags(const QModelIndex& index) const {
  const Qt::ItemFlags own =
      std::holds_alternative<Toggle>(field_at(index).kind) ? Qt::ItemIsUserCheckable : Qt::ItemIsEditable;
  return Qt::ItemIsEnabled | Qt::ItemIsSelectable | own;
}

bool RecordsModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  const Field& field = field_at(index);
  std::vector<Row> rows = rows_;
  Value& cell =
      rows.at(static_cast<std::size_t>(index.row())).cells.at(static_cast<std::size_t>(index.column()));
  if (std::holds_alternative<bool>(cell)) {
    if (role != Qt::CheckStateRole) return false;
    cell = value.toInt() == Qt::Checked;
  } else if (std::holds_alternative<Option>(cell)) {
    cell = Option{static_cast<std::size_t>(value.toInt())};
  } else {
    const std::string text = value.toString().toStdString();
    try {
      cell = parse_value(field, is_number(field) ? typed_number(text) : text);
    } catch (const InputError&) {
      refuse_(field, text);
      return false;
    }
  }
  if (rows == rows_) return true;
  return propose_(std::move(rows));
}

}  // namespace theta
